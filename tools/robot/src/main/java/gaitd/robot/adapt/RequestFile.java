package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleStore;
import gaitd.policies.text.Words;
import gaitd.robot.report.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's request to the process that adapts, left in its store: one word, and the number of a version for a rollback. A newer one
 * replaces one that was not taken yet.
 */
public final class RequestFile {
    private static final Pattern TEXT = Pattern.compile("(start|freeze|stop|rollback) ([0-9]{1,6})\\s*");
    private static final int BYTES_MAX = 64;

    private final Path file;

    /**
     * Requests of a store.
     *
     * @param store its folder
     */
    public RequestFile(final Path store) {
        file = store.resolve("request");
    }

    /**
     * One request.
     *
     * @param what what is asked for
     * @param version to go back to, 0 for all but a rollback
     */
    public record Request(AdaptRequest what, int version) {}

    /**
     * Leaves a request.
     *
     * @param request what is asked for
     * @throws IOException when it cannot be written
     */
    public void ask(final Request request) throws IOException {
        final String text = Words.lower(request.what) + " " + request.version;
        DurableFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Takes the request that was left.
     *
     * @return null when there is none, or what is there is none
     * @throws IOException when it cannot be removed
     */
    public Request take() throws IOException {
        final Matcher text;
        try {
            text = TEXT.matcher(new String(BundleStore.readAtMost(file, BYTES_MAX), StandardCharsets.US_ASCII));
        } catch (final NoSuchFileException e) {
            return null;
        }
        Files.delete(file);
        return text.matches()
                ? new Request(
                        AdaptRequest.valueOf(text.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(text.group(2)))
                : null;
    }

    /**
     * Whether a request waits to be taken.
     *
     * @return true when one does
     */
    public boolean isWaiting() {
        return Files.exists(file);
    }
}
