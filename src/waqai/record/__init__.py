"""The record: what the mentions of many articles say of one happening, who reports it, where they differ.

`near_copies` groups articles that are copies of each other, `happenings` merges mentions; `model` has the structures.
It knows nothing of how articles are coded or kept.
"""
