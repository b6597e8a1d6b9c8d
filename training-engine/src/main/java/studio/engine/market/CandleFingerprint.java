package studio.engine.market;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two trainings saw the same candles. */
public final class CandleFingerprint {
    private CandleFingerprint() {}

    /** SHA-256 over time, open, high, low, close and volume of every candle, big-endian, in hexadecimal. */
    public static String sha256(Candles candles) {
        MessageDigest digest = sha256();
        ByteBuffer row = ByteBuffer.allocate(6 * Long.BYTES);
        for (int i = 0; i < candles.size(); i++) {
            row.clear();
            row.putLong(candles.time()[i])
                    .putDouble(candles.open()[i])
                    .putDouble(candles.high()[i])
                    .putDouble(candles.low()[i])
                    .putDouble(candles.close()[i])
                    .putDouble(candles.volume()[i]);
            digest.update(row.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
