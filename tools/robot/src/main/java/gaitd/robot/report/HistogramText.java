package gaitd.robot.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Whole distributions as a text in a report: HdrHistogram's compressed encoding in Base64, which its own tools read. */
public final class HistogramText {
    private HistogramText() {}

    /**
     * Writes a distribution.
     *
     * @param histogram not modified
     * @return its text
     */
    public static String encode(final Histogram histogram) {
        final ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        final int bytes = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), bytes));
    }

    /**
     * Reads a distribution.
     *
     * @param text made by {@link #encode}
     * @return the distribution
     * @throws IllegalArgumentException when it is not such a text
     */
    public static Histogram decode(final String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (final DataFormatException e) {
            throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
        }
    }
}
