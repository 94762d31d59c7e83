"""The editions of the form, walked without a report: tables, rows, cells, labels, units and citations.

>>> from gov_disclosure import forms
>>> [str(form) for form in forms.editions()]
['2019', '2021']
>>> forms.Form("2021").field("applications.received.total").label()
'一、本年新收政府信息公开申请数量·总计'
"""

from gov_disclosure.model.forms import Field, Form, FormRow, FormTable, edition, editions

__all__ = ["Field", "Form", "FormRow", "FormTable", "edition", "editions"]
