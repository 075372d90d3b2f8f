"""What sentences of a mail do: announce, change, offer, ask; the words for each, and what they weigh."""
