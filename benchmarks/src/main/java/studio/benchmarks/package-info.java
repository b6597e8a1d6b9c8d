package studio.benchmarks;
