"""Reports as data: tidy and wide tables, for data frames, CSV, Parquet, Arrow and Stata."""
