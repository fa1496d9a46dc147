"""The library as flat tables, and what each of their columns means: the one place of the open data's dictionary."""
