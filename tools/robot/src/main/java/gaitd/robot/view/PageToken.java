package gaitd.robot.view;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page has to know to command the robot. It is compared in constant time and has no text of its own, so that it gets into no log. */
public final class PageToken {
    private static final int DRAWN_BYTES = 18;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,128}");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final byte[] secret;

    private PageToken(final String secret) {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A token that nobody else has.
     *
     * @return drawn at random, 144 bits
     */
    public static PageToken drawn() {
        final byte[] bytes = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new PageToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * The token of a file, which is made with a drawn one when it is not there.
     *
     * @param file of one line
     * @return the token
     * @throws ConfigException in one line when others may read the file, or it has no token, or it cannot be made
     */
    public static PageToken of(final Path file) {
        try {
            make(file);
            final Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.retainAll(OTHERS);
            if (!permissions.isEmpty()) {
                throw new ConfigException(
                        file + ": others may read or write it; make it yours alone: chmod 600 " + file);
            }
            final String text = Files.size(file) > 1000
                    ? ""
                    : Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!TOKEN.matcher(text).matches()) {
                throw new ConfigException(
                        file
                                + ": expected a token, one line of 20 to 128 letters, digits, - and _; remove the file to have one made");
            }
            return new PageToken(text);
        } catch (final IOException e) {
            throw new ConfigException(file + ": cannot be used as the page's token: " + e);
        }
    }

    private static void make(final Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, drawn().secret() + "\n");
        } catch (final FileAlreadyExistsException there) {
            // It is read.
            return;
        }
    }

    /**
     * Whether a text is this token; takes as long for any text of a length.
     *
     * @param said may be null
     * @return whether it is
     */
    boolean is(final String said) {
        return said != null && MessageDigest.isEqual(secret, said.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The token itself, to be shown to the person who starts the page and to nobody else.
     *
     * @return letters, digits, - and _
     */
    String secret() {
        return new String(secret, StandardCharsets.US_ASCII);
    }
}
