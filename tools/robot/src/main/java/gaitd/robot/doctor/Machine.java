package gaitd.robot.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * A computer by its files: {@code /proc}, {@code /sys}, {@code /etc} and so on under one root.
 *
 * <p>Nothing here throws. A file that is missing or not permitted reads as empty.
 */
public final class Machine {
    /** The kernel returns a setting whole in the first read and nothing in the next. */
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path root;
    private final String architecture;
    private final ToLongFunction<Path> freeBytes;

    /**
     * A machine under a root.
     *
     * @param root stands for {@code /}
     * @param architecture as Java names it, {@code amd64} or {@code aarch64}
     * @param freeBytes free space of the file system that a path is on, negative when unknown
     */
    public Machine(final Path root, final String architecture, final ToLongFunction<Path> freeBytes) {
        this.root = root;
        this.architecture = architecture;
        this.freeBytes = freeBytes;
    }

    /**
     * The machine that this program runs on.
     *
     * @return it
     */
    public static Machine here() {
        return new Machine(Path.of("/"), System.getProperty("os.arch"), Machine::usable);
    }

    private static long usable(final Path path) {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (final IOException e) {
            return -1;
        }
    }

    /** Without leading or trailing blanks. */
    Optional<String> text(final String path) {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            final byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
            return Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    OptionalLong number(final String path) {
        final Optional<String> text = text(path);
        if (text.isPresent() && text.get().matches("-?[0-9]{1,18}")) {
            return OptionalLong.of(Long.parseLong(text.get()));
        }
        return OptionalLong.empty();
    }

    List<String> lines(final String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** Names in a folder, in order; none when it is not there. */
    List<String> names(final String folder) {
        final List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (final IOException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** Name of what a symbolic link leads to, empty when it is none. */
    String linkEnd(final String link) {
        try {
            return Files.readSymbolicLink(root.resolve(link)).getFileName().toString();
        } catch (final IOException e) {
            return "";
        }
    }

    boolean exists(final String path) {
        return Files.exists(root.resolve(path));
    }

    boolean isFolder(final String path) {
        return Files.isDirectory(root.resolve(path));
    }

    boolean isWritable(final String path) {
        return Files.isWritable(root.resolve(path));
    }

    /** Of the file system of a path or of its nearest parent that is there. */
    OptionalLong freeBytes(final String path) {
        Path there = root.resolve(path);
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        final long bytes = freeBytes.applyAsLong(there);
        return bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    boolean isArm() {
        return architecture.equals("aarch64");
    }

    /** Such as {@code debian} or {@code ubuntu}, empty when unknown. */
    String distribution() {
        for (final String line : lines("etc/os-release")) {
            if (line.startsWith("ID=")) {
                return line.substring(3).replace("\"", "");
            }
        }
        return "";
    }
}
