"""ST130–ST133: how a province eases the rules, and what an author asks to be let off."""
