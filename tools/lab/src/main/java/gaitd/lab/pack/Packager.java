package gaitd.lab.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Builds packages. */
public final class Packager {
    private static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");
    private static final List<String> LAB_SCRIPTS = List.of("postinst", "postrm");

    /** Low: most of it is jars, which are compressed already. */
    private static final int EFFORT = 1;

    /** A plain file that all may read. */
    private static final int MEMBER_MODE = 0100644;

    private final Path source;
    private final Control control;

    /**
     * A packager of a source tree that has been built.
     *
     * @param source the tree's root
     * @param version of the program
     * @param timeS time that all packed files get, s since 1970
     */
    public Packager(final Path source, final String version, final long timeS) {
        this.source = source;
        control = new Control(version, timeS);
    }

    /**
     * Makes a Debian package and a plain archive of both parts, replacing those that are there.
     *
     * @param architecture for which processor
     * @param folder where to, made when missing
     * @return the robot's package and archive, then the lab's
     * @throws IOException when something cannot be read or written
     * @throws PackException when the tree is not built
     */
    public List<Path> make(final Architecture architecture, final Path folder) throws IOException, PackException {
        final Libraries libraries = new Libraries(source, control.timeS());
        final PackageLayout robot = new PackageLayout(source, libraries.of(Part.ROBOT, architecture));
        final PackageLayout lab = new PackageLayout(source, libraries.of(Part.LAB, architecture));
        Files.createDirectories(folder);
        final String name = "gaitd-" + control.version() + "-linux-" + architecture.debianName();
        return List.of(
                write(deb(Part.ROBOT, architecture, folder), debian(robot.debian(control), architecture)),
                write(folder.resolve(name + ".tar.gz"), gzip(tar(robot.plain(name), ""))),
                write(deb(Part.LAB, architecture, folder), debianLab(lab.debianLab(control), architecture)),
                write(
                        folder.resolve(name.replace("gaitd-", Part.LAB.packageName() + "-") + ".tar.gz"),
                        gzip(tar(lab.plainLab(name), ""))));
    }

    private Path deb(final Part part, final Architecture architecture, final Path folder) {
        return folder.resolve(part.packageName() + "_" + control.version() + "_" + architecture.debianName() + ".deb");
    }

    private byte[] debian(final FileTree data, final Architecture architecture) throws IOException {
        final FileTree about = new FileTree()
                .add(Entry.text("control", 0644, control.fields(architecture, data.installedKib())))
                .add(Entry.text("conffiles", 0644, Control.conffiles(data)))
                .add(Entry.text("md5sums", 0644, Control.md5sums(data)));
        for (final String script : SCRIPTS) {
            about.add(Entry.text(script, 0755, Files.readString(source.resolve("systemd/deb/" + script))));
        }
        return archive(about, data);
    }

    private byte[] debianLab(final FileTree data, final Architecture architecture) throws IOException {
        final FileTree about = new FileTree()
                .add(Entry.text("control", 0644, control.labFields(architecture, data.installedKib())))
                .add(Entry.text("md5sums", 0644, Control.md5sums(data)));
        for (final String script : LAB_SCRIPTS) {
            about.add(Entry.text(script, 0755, Files.readString(source.resolve("systemd/deb/lab/" + script))));
        }
        return archive(about, data);
    }

    private byte[] archive(final FileTree about, final FileTree data) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArArchiveOutputStream archive = new ArArchiveOutputStream(bytes)) {
            add(archive, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            add(archive, "control.tar.xz", xz(tar(about, "./")));
            add(archive, "data.tar.xz", xz(tar(data, "./")));
        }
        return bytes.toByteArray();
    }

    private void add(final ArArchiveOutputStream archive, final String name, final byte[] content) throws IOException {
        archive.putArchiveEntry(new ArArchiveEntry(name, content.length, 0, 0, MEMBER_MODE, control.timeS()));
        archive.write(content);
        archive.closeArchiveEntry();
    }

    private byte[] tar(final FileTree tree, final String above) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter.write(tree, above, control.timeS(), bytes);
        return bytes.toByteArray();
    }

    private static byte[] xz(final byte[] plain) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream xz = new XZOutputStream(bytes, new LZMA2Options(EFFORT))) {
            xz.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(final byte[] plain) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Written whole or not at all. */
    private static Path write(final Path file, final byte[] bytes) throws IOException {
        final Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(unfinished, bytes);
        return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
