package gaitd.policies.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code SHA256SUMS}: one line for each of golden.json, learner.safetensors if it is there, manifest.toml and weights.safetensors, in
 * this order, as {@code sha256sum -c} reads it. The bundle's own hash is the SHA-256 of this text, and so covers every byte.
 */
final class Sums {
    private static final List<BundlePart> ALWAYS = List.of(BundlePart.GOLDEN, BundlePart.MANIFEST, BundlePart.WEIGHTS);
    private static final List<BundlePart> WITH_LEARNER =
            List.of(BundlePart.GOLDEN, BundlePart.LEARNER, BundlePart.MANIFEST, BundlePart.WEIGHTS);
    private static final int HEX = 64;

    private Sums() {}

    static byte[] text(final Map<BundlePart, byte[]> parts) {
        final StringBuilder text = new StringBuilder();
        for (final BundlePart part : covered(parts.containsKey(BundlePart.LEARNER))) {
            text.append(line(part, parts.get(part)));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<BundlePart> covered(final boolean hasLearner) {
        return hasLearner ? WITH_LEARNER : ALWAYS;
    }

    private static String line(final BundlePart part, final byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes)) + "  " + part.fileName + "\n";
    }

    /** Compares the text with the files; every file that differs is named. */
    static void check(final BundleFiles files, final Findings findings) {
        final byte[] sums = files.bytes(BundlePart.SUMS);
        final List<BundlePart> covered = covered(files.has(BundlePart.LEARNER));
        final StringBuilder right = new StringBuilder();
        for (final BundlePart part : covered) {
            right.append(line(part, files.bytes(part)));
        }
        final String text = new String(sums, StandardCharsets.ISO_8859_1);
        if (text.contentEquals(right)) {
            return;
        }
        final String[] given = text.split("\n", -1);
        final String[] expected = right.toString().split("\n", -1);
        final int before = findings.count();
        for (int i = 0; i < covered.size(); i++) {
            final String file = covered.get(i).fileName;
            if (i < given.length && given[i].length() == expected[i].length()) {
                if (!given[i].substring(HEX).equals(expected[i].substring(HEX))) {
                    findings.add(BundlePart.SUMS.fileName, "line " + (i + 1) + " is not for " + file);
                } else if (!given[i].equals(expected[i])) {
                    findings.add(
                            file,
                            "was changed: its SHA-256 is %s..., SHA256SUMS says %s..."
                                    .formatted(expected[i].substring(0, 12), given[i].substring(0, 12)));
                }
            }
        }
        if (findings.count() == before) {
            findings.add(
                    BundlePart.SUMS.fileName,
                    "is not the %d lines that sha256sum prints for %s"
                            .formatted(
                                    covered.size(),
                                    covered.stream().map(part -> part.fileName).collect(Collectors.joining(", "))));
        }
    }

    /** Whether {@link #check} finds no error. */
    static boolean agree(final BundleFiles files) {
        final byte[] sums = files.bytes(BundlePart.SUMS);
        int at = 0;
        for (final BundlePart part : covered(files.has(BundlePart.LEARNER))) {
            final byte[] hash = sha256(files.bytes(part));
            final String name = "  " + part.fileName + "\n";
            if (sums.length < at + HEX + name.length()) {
                return false;
            }
            for (final byte b : hash) {
                if (sums[at++] != hex(b >> 4) || sums[at++] != hex(b)) {
                    return false;
                }
            }
            for (int i = 0; i < name.length(); i++) {
                if (sums[at++] != name.charAt(i)) {
                    return false;
                }
            }
        }
        return at == sums.length;
    }

    private static byte hex(final int nibble) {
        final int digit = nibble & 15;
        return (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }

    static byte[] sha256(final byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (final NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
