"""Provinces and the places below them: named where, meant as what, and whose story each part is."""
