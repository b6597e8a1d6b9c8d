package studio.engine.market;

import java.util.List;
import studio.model.market.CandleQuality;
import studio.model.market.QualityPart;

/**
 * One number for a series' quality: 100 less points for each flaw, at least 0. A share of flawed candles costs points in
 * proportion up to a bound: missing ones 100 times their share (at most 60), without volume 50 times (25), flat 50 times
 * (25), outliers 1,000 times (15), revised 100 times (10); a frozen tail half a point a candle beyond the first (20).
 * One impossible candle costs everything, since training refuses the series. The weights are ours: a series without a
 * fifth of its candles falls below 80, one without 80 % of them and with 38 % dead ones below 25.
 */
final class QualityScore {
    private static final double ALL = 100;

    private QualityScore() {}

    /** The same quality with its score and parts. */
    static CandleQuality complete(CandleQuality q) {
        List<QualityPart> parts = parts(q);
        double lost = parts.stream().mapToDouble(QualityPart::pointsLost).sum();
        return new CandleQuality(
                q.candles(),
                q.gaps(),
                q.missingCandles(),
                q.closedCandles(),
                q.zeroVolumeShare(),
                q.flatShare(),
                q.impossible(),
                q.outliers(),
                q.frozenTail(),
                q.revised(),
                q.candles() == 0 ? 0 : Math.max(0, ALL - lost),
                parts,
                q.suspectedSplits());
    }

    private static List<QualityPart> parts(CandleQuality q) {
        double n = Math.max(1, q.candles());
        return List.of(
                part("missing", q.missingCandles(), q.missingCandles() / (n + q.missingCandles()), 100, 60),
                part("zero_volume", Math.round(q.zeroVolumeShare() * n), q.zeroVolumeShare(), 50, 25),
                part("flat", Math.round(q.flatShare() * n), q.flatShare(), 50, 25),
                part("outliers", q.outliers(), q.outliers() / n, 1000, 15),
                new QualityPart(
                        "frozen_tail",
                        q.frozenTail(),
                        q.frozenTail() / n,
                        Math.min(20, Math.max(0, q.frozenTail() - 1) * 0.5)),
                part("revised", q.revised(), q.revised() / n, 100, 10),
                new QualityPart("impossible", q.impossible(), q.impossible() / n, q.impossible() > 0 ? ALL : 0));
    }

    private static QualityPart part(String name, long count, double share, double pointsPerShare, double most) {
        return new QualityPart(name, count, share, Math.min(most, share * pointsPerShare));
    }
}
