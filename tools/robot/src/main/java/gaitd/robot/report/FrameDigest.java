package gaitd.robot.report;

import gaitd.runtime.frame.TickFrame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the bytes of all frames in their order: equal for two runs only when every bit of every frame is. */
public final class FrameDigest {
    private final byte[] bytes = new byte[TickFrame.SIZE];
    private final MessageDigest digest;
    private long frames;

    /** A digest before the first frame. */
    public FrameDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * Adds a frame.
     *
     * @param frame not modified
     */
    public void add(final TickFrame frame) {
        frame.bytes().getBytes(0, bytes);
        digest.update(bytes);
        frames++;
    }

    /**
     * Frames added.
     *
     * @return count
     */
    public long frames() {
        return frames;
    }

    /**
     * The digest; call once, at the end.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
