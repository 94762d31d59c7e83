"""Reading of printed Chinese text: folding, numbers, numerals, units, dates, widths. Plain functions."""
