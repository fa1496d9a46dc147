"""Date expressions → EDTF, and the day of publication where no line states it."""
