package gaitd.robot.publication;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.policies.text.JsonWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said about a published policy. A newer statement about the same group has a greater sequence and replaces the one before.
 *
 * @param id of the publication, 16 hex digits; the same in all its phases
 * @param group of robots that it is for
 * @param sequence grows with each statement about the group
 * @param expiresMs from when on nobody begins to try it, ms since 1970
 * @param phase how far it may go
 * @param robots serials of those who try it in {@link PublicationPhase#STAGE}
 * @param name of the bundle, for people
 * @param sha256 of the bundle's zip, 64 hex digits
 * @param bytes of the bundle's zip
 * @param chunks SHA-256 of each piece of {@link #CHUNK_BYTES}, the last one shorter
 */
public record Publication(
        String id,
        String group,
        long sequence,
        long expiresMs,
        PublicationPhase phase,
        List<String> robots,
        String name,
        String sha256,
        int bytes,
        List<String> chunks) {
    /** Bytes of a piece. */
    public static final int CHUNK_BYTES = 1 << 15;
    /** Most bytes of a bundle. */
    public static final int BYTES_MAX = 1 << 22;

    private static final int ROBOTS_MAX = 10_000;
    private static final double EXACT_MAX = 1L << 53;
    private static final String HASH = "[0-9a-f]{64}";
    private static final String WORD = "[A-Za-z0-9_.-]{1,64}";

    /** Makes the lists unmodifiable. */
    public Publication {
        robots = List.copyOf(robots);
        chunks = List.copyOf(chunks);
    }

    /**
     * The first statement about a bundle.
     *
     * @param id of the publication
     * @param group of robots
     * @param sequence greater than any before
     * @param expiresMs ms since 1970
     * @param robots who try it first
     * @param name for people
     * @param zip the bundle
     * @return in {@link PublicationPhase#STAGE}
     */
    public static Publication of(
            final String id,
            final String group,
            final long sequence,
            final long expiresMs,
            final List<String> robots,
            final String name,
            final byte[] zip) {
        final List<String> chunks = new ArrayList<>();
        for (int i = 0; i * CHUNK_BYTES < zip.length; i++) {
            chunks.add(sha256(chunk(zip, i)));
        }
        return new Publication(
                id, group, sequence, expiresMs, PublicationPhase.STAGE, robots, name, sha256(zip), zip.length, chunks);
    }

    /**
     * The same publication, further on.
     *
     * @param next how far it may go now
     * @param number the statement's sequence
     * @return the next statement
     */
    public Publication in(final PublicationPhase next, final long number) {
        return new Publication(id, group, number, expiresMs, next, robots, name, sha256, bytes, chunks);
    }

    /**
     * Whether a robot is to try it.
     *
     * @param serial the robot's
     * @return true for all in {@link PublicationPhase#ALL}, for none in {@link PublicationPhase#BACK}
     */
    public boolean isFor(final String serial) {
        return phase == PublicationPhase.ALL || (phase == PublicationPhase.STAGE && robots.contains(serial));
    }

    /**
     * What a version of a robot's policy gives as its cause when it came by this publication.
     *
     * @return a few words
     */
    public String cause() {
        return "publication " + id;
    }

    /**
     * One piece of a bundle.
     *
     * @param zip the bundle
     * @param index of the piece, from 0
     * @return its bytes
     */
    public static byte[] chunk(final byte[] zip, final int index) {
        final int begin = index * CHUNK_BYTES;
        final byte[] piece = new byte[Math.min(CHUNK_BYTES, zip.length - begin)];
        System.arraycopy(zip, begin, piece, 0, piece.length);
        return piece;
    }

    /**
     * Hash of bytes.
     *
     * @param bytes any
     * @return 64 hex digits
     */
    public static String sha256(final byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** As a line of JSON. */
    String text() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("group", group);
        fields.put("sequence", sequence);
        fields.put("expires_ms", expiresMs);
        fields.put("phase", phase);
        fields.put("robots", robots);
        fields.put("name", name);
        fields.put("sha256", sha256);
        fields.put("bytes", bytes);
        fields.put("chunks", chunks);
        return JsonWriter.line(fields);
    }

    /** Reads such a line. */
    static Publication read(final String text) throws FormatException {
        final JsonFields fields = new JsonFields("publication", JsonReader.parse(text));
        final int bytes = fields.integer("bytes", 1, BYTES_MAX);
        final List<String> chunks = fields.texts("chunks", (BYTES_MAX - 1) / CHUNK_BYTES + 1);
        if (chunks.size() != (bytes - 1) / CHUNK_BYTES + 1) {
            throw new FormatException("chunks: " + chunks.size() + " do not make " + bytes + " bytes");
        }
        for (final String chunk : chunks) {
            shaped("chunks", chunk, HASH);
        }
        final List<String> robots = fields.texts("robots", ROBOTS_MAX);
        for (final String robot : robots) {
            shaped("robots", robot, WORD);
        }
        return new Publication(
                shaped("id", fields.text("id"), "[0-9a-f]{16}"),
                shaped("group", fields.text("group"), WORD),
                whole(fields, "sequence"),
                whole(fields, "expires_ms"),
                phase(fields.text("phase")),
                robots,
                shaped("name", fields.text("name"), WORD),
                shaped("sha256", fields.text("sha256"), HASH),
                bytes,
                chunks);
    }

    private static String shaped(final String key, final String value, final String pattern) throws FormatException {
        if (!value.matches(pattern)) {
            throw new FormatException(key + ": expected " + pattern);
        }
        return value;
    }

    private static long whole(final JsonFields fields, final String key) throws FormatException {
        final double number = fields.number(key);
        if (!(number >= 1 && number <= EXACT_MAX && number == StrictMath.rint(number))) {
            throw new FormatException(key + ": expected a whole number from 1");
        }
        return (long) number;
    }

    private static PublicationPhase phase(final String name) throws FormatException {
        for (final PublicationPhase phase : PublicationPhase.values()) {
            if (phase.name().equals(name)) {
                return phase;
            }
        }
        throw new FormatException("phase: expected STAGE, ALL or BACK");
    }
}
