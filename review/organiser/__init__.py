"""The page on which organisers see, correct or withdraw their own activity, by the link in a mail of ours."""
