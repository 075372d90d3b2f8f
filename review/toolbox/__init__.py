"""The public toolbox: material of the week and what activities sent along, with its files."""
