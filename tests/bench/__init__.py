"""Benchmarks: ratios of two things measured in one run, never seconds, since machines are shared and noisy."""
