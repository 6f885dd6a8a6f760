package gaitd.robot.publication;

import gaitd.policies.bundle.BundleStore;
import gaitd.robot.report.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a robot keeps of the newest publication: the signed statement and the bundle, each replaced as a whole. The companion writes, the
 * learner reads and checks all of it again.
 */
public final class PublicationFolder {
    private static final String STATEMENT = "publication.json";
    private static final String BUNDLE = "bundle.zip";

    private final Path folder;

    /**
     * A folder.
     *
     * @param folder made by the first write
     */
    public PublicationFolder(final Path folder) {
        this.folder = folder;
    }

    private static byte[] read(final Path file, final int most) throws IOException {
        try {
            return BundleStore.readAtMost(file, most);
        } catch (final NoSuchFileException e) {
            return null;
        }
    }

    /**
     * The newest statement.
     *
     * @return as it was signed; null when there was none
     * @throws IOException when it cannot be read
     */
    public byte[] statement() throws IOException {
        return read(folder.resolve(STATEMENT), SignedPublication.MESSAGE_MAX);
    }

    /**
     * Replaces the statement.
     *
     * @param message as it was signed
     * @throws IOException when it cannot be written; the one before stays
     */
    public void keep(final byte[] message) throws IOException {
        Files.createDirectories(folder);
        DurableFile.replace(folder.resolve(STATEMENT), message);
    }

    /**
     * The bundle of a publication.
     *
     * @param publication which
     * @return its bytes; null when it is not there, or another one is
     * @throws IOException when it cannot be read
     */
    public byte[] bundle(final Publication publication) throws IOException {
        final byte[] zip = read(folder.resolve(BUNDLE), Publication.BYTES_MAX);
        return zip != null && Publication.sha256(zip).equals(publication.sha256()) ? zip : null;
    }

    /**
     * Replaces the bundle.
     *
     * @param zip its bytes
     * @throws IOException when it cannot be written; the one before stays
     */
    public void keepBundle(final byte[] zip) throws IOException {
        Files.createDirectories(folder);
        DurableFile.replace(folder.resolve(BUNDLE), zip);
    }

    /**
     * Removes the bundle, so that nobody tries it.
     *
     * @throws IOException when it cannot be removed
     */
    public void dropBundle() throws IOException {
        Files.deleteIfExists(folder.resolve(BUNDLE));
    }
}
