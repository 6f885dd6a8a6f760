package gaitd.policies.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;

/** Bundles on disk: a folder with the files of {@link BundlePart} and nothing else, or a zip as of {@link BundleZip}. */
public final class BundleStore {
    private BundleStore() {}

    /**
     * Reads the files, without parsing them.
     *
     * @param path a folder or a zip file
     * @return the files
     * @throws BundleException when there is a file too many, too few, too large, or a link
     * @throws IOException when it cannot be read
     */
    public static BundleFiles read(final Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return Files.isDirectory(path) ? readFolder(path) : BundleZip.decode(readAtMost(path, BundleZip.MAX_BYTES));
    }

    private static BundleFiles readFolder(final Path folder) throws IOException {
        final Map<BundlePart, byte[]> parts = new EnumMap<>(BundlePart.class);
        try (DirectoryStream<Path> list = Files.newDirectoryStream(folder)) {
            for (final Path file : list) {
                final String name = String.valueOf(file.getFileName());
                final BundlePart part = BundlePart.of(name);
                if (part == null) {
                    throw new BundleException("'" + name + "' is no file of a bundle");
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new BundleException(name + ": is a link or a folder, expected a file");
                }
                parts.put(part, readAtMost(file, part.maxBytes));
            }
        }
        return BundleFiles.of(parts);
    }

    /**
     * Reads a whole file that may not be large.
     *
     * @param file which
     * @param maxBytes greatest size
     * @return its bytes
     * @throws BundleException when it is larger
     * @throws IOException when it cannot be read
     */
    public static byte[] readAtMost(final Path file, final int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            final byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new BundleException(
                        "%s: is too large, at most %d bytes are taken".formatted(file.getFileName(), maxBytes));
            }
            return bytes;
        }
    }

    /**
     * Writes a bundle: all of it, or nothing.
     *
     * @param files the bundle
     * @param path a name ending in {@code .zip} makes a zip, any other a folder; must not be there yet
     * @throws IOException when it is there or cannot be written
     */
    public static void write(final BundleFiles files, final Path path) throws IOException {
        final Path target = path.toAbsolutePath();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        final Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (isZip(path)) {
                Files.write(temporary, BundleZip.encode(files));
            } else {
                writeFolder(files, temporary);
            }
            Files.move(temporary, target);
        } finally {
            delete(temporary);
        }
    }

    private static void writeFolder(final BundleFiles files, final Path folder) throws IOException {
        Files.createDirectory(folder);
        for (final BundlePart part : BundlePart.values()) {
            if (files.has(part)) {
                Files.write(folder.resolve(part.fileName), files.bytes(part));
            }
        }
    }

    /** Deletes a bundle that was not written completely. */
    private static void delete(final Path temporary) throws IOException {
        if (Files.isDirectory(temporary)) {
            for (final BundlePart part : BundlePart.values()) {
                Files.deleteIfExists(temporary.resolve(part.fileName));
            }
        }
        Files.deleteIfExists(temporary);
    }

    /**
     * Adds or replaces the signature of a bundle on disk.
     *
     * @param signed the bundle with its signature
     * @param path the folder or zip it was read from
     * @throws IOException when it cannot be written
     */
    public static void writeSignature(final BundleFiles signed, final Path path) throws IOException {
        final boolean folder = Files.isDirectory(path);
        final Path target = folder ? path.resolve(BundlePart.SIGNATURE.fileName) : path.toAbsolutePath();
        final Path temporary =
                path.toAbsolutePath().resolveSibling(path.toAbsolutePath().getFileName() + ".part");
        Files.write(temporary, folder ? signed.bytes(BundlePart.SIGNATURE) : BundleZip.encode(signed));
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Whether a new bundle of this name is a zip.
     *
     * @param path a file name
     * @return true when it ends in {@code .zip}
     */
    public static boolean isZip(final Path path) {
        return String.valueOf(path.getFileName()).endsWith(".zip");
    }
}
