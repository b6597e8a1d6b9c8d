#!/usr/bin/env python3
"""What Optuna's TPE reaches on the functions that `benchmarks/run optimizers` compares.

Debian: apt-get install python3-optuna. Prints, as Markdown, the median best value after 50, 100 and 200 evaluations.
Arguments: number of seeds (25), part of a function's name to run only those. The formulas are the usual ones
(Surjanovic and Bingham, Virtual Library of Simulation Experiments), the shifts those of TestFunction.java.
"""
import math
import statistics
import sys

import optuna

CHECKPOINTS = (50, 100, 200)


def branin(x):
    bend = x[1] - 5.1 / (4 * math.pi**2) * x[0] ** 2 + 5 / math.pi * x[0] - 6
    return bend**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x[0]) + 10


HARTMANN_A = (
    (10, 3, 17, 3.5, 1.7, 8),
    (0.05, 10, 17, 0.1, 8, 14),
    (3, 3.5, 1.7, 10, 17, 8),
    (17, 8, 0.05, 10, 0.1, 14),
)
HARTMANN_P = (
    (1312, 1696, 5569, 124, 8283, 5886),
    (2329, 4135, 8307, 3736, 1004, 9991),
    (2348, 1451, 3522, 2883, 3047, 6650),
    (4047, 8828, 8732, 5743, 1091, 381),
)
HARTMANN_ALPHA = (1, 1.2, 3, 3.2)


def hartmann6(x):
    return -sum(
        alpha * math.exp(-sum(a * (v - p * 1e-4) ** 2 for a, p, v in zip(row, centre, x)))
        for alpha, row, centre in zip(HARTMANN_ALPHA, HARTMANN_A, HARTMANN_P)
    )


def rosenbrock(x):
    return sum(100 * (b - a * a) ** 2 + (1 - a) ** 2 for a, b in zip(x, x[1:]))


def ackley(x):
    squares = sum(v * v for v in x) / len(x)
    waves = sum(math.cos(2 * math.pi * v) for v in x) / len(x)
    return -20 * math.exp(-0.2 * math.sqrt(squares)) - math.exp(waves) + 20 + math.e


def rastrigin(x):
    return 10 * len(x) + sum(v * v - 10 * math.cos(2 * math.pi * v) for v in x)


def moved(function, shift):
    return lambda x: function([v - s for v, s in zip(x, shift)])


REAL, WHOLE = "real", "whole"
ACKLEY_BOX = [(REAL, -32.768, 32.768)] * 3 + [(WHOLE, -32, 32)] * 2
RASTRIGIN_BOX = [(REAL, -5.12, 5.12)] * 4
FUNCTIONS = {
    "Branin": (branin, [(REAL, -5, 10), (REAL, 0, 15)]),
    "Hartmann6": (hartmann6, [(REAL, 0, 1)] * 6),
    "Rosenbrock-5": (rosenbrock, [(REAL, -2.048, 2.048)] * 5),
    "Ackley-5 mixed": (ackley, ACKLEY_BOX),
    "Rastrigin-4": (rastrigin, RASTRIGIN_BOX),
    "Ackley-5 mixed, shifted": (moved(ackley, (9.3, -11.7, 6.1, 8, -13)), ACKLEY_BOX),
    "Rastrigin-4, shifted": (moved(rastrigin, (1.37, -2.21, 0.83, -1.59)), RASTRIGIN_BOX),
}


def best_values(function, box, seed):
    def objective(trial):
        return function(
            [
                trial.suggest_float(f"x{i}", low, high) if kind == REAL else trial.suggest_int(f"x{i}", low, high)
                for i, (kind, low, high) in enumerate(box)
            ]
        )

    study = optuna.create_study(sampler=optuna.samplers.TPESampler(multivariate=True, seed=seed))
    study.optimize(objective, n_trials=CHECKPOINTS[-1])
    values = [trial.value for trial in study.trials]
    return [min(values[:n]) for n in CHECKPOINTS]


def main():
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    print(f"| function | Optuna {optuna.__version__} TPE (multivariate), {seeds} seeds, after 50 / 100 / 200 |")
    print("|---|---|")
    for name, (function, box) in FUNCTIONS.items():
        if only in name:
            runs = [best_values(function, box, seed) for seed in range(1, seeds + 1)]
            print(f"| {name} | " + " / ".join(f"{statistics.median(run):.4g}" for run in zip(*runs)) + " |", flush=True)


if __name__ == "__main__":
    main()
