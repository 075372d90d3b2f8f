"""What the activity is called: where a name can stand, what can be one, and how names are weighed."""
