package studio.engine.strategy;

/** How large a position is; it never costs more than the equity. */
public sealed interface Sizing {

    /** Loses the cost settings' {@code risk_per_trade} of equity when the stop is hit; needs a stop. */
    record CostsRisk() implements Sizing {}

    /**
     * Loses that fraction of equity when the stop is hit; needs a stop.
     *
     * @param fraction above 0, at most 1
     */
    record RiskPerTrade(double fraction) implements Sizing {
        public RiskPerTrade {
            requireFraction("fraction", fraction);
        }
    }

    /**
     * That fraction of equity.
     *
     * @param fraction above 0, at most 1
     */
    record EquityShare(double fraction) implements Sizing {
        public EquityShare {
            requireFraction("fraction", fraction);
        }
    }

    /**
     * The fraction of equity that gives the position that volatility a year, by the volatility at the signal's bar:
     * {@code annual / volatility}. A volatility that is not known, or 0, means no entry.
     *
     * @param annual as a fraction a year, above 0
     */
    record TargetVolatility(double annual) implements Sizing {
        public TargetVolatility {
            if (!(annual > 0) || Double.isInfinite(annual)) {
                throw new IllegalArgumentException("annual = " + annual + ", above 0 is allowed");
            }
        }
    }

    private static void requireFraction(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " = " + value + ", above 0 and at most 1 is allowed");
        }
    }
}
