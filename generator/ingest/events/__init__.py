"""Events, the platforms they launch, and the topics an article treats."""
