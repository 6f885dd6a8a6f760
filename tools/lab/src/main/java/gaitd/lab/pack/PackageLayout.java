package gaitd.lab.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Where everything goes on the robot's computer. */
final class PackageLayout {
    private static final int PLAIN = 0644;
    private static final int PROGRAM = 0755;
    private static final int EFFORT_AT = 8;
    private static final byte EFFORT_MOST = 2;
    private static final String HOME = "usr/lib/gaitd/";
    private static final String PAGES = "usr/share/doc/gaitd/";
    /** Files of the source tree that are the system's, by where they go. */
    private static final Map<String, String> SYSTEM = Map.ofEntries(
            Map.entry("usr/lib/systemd/system/gaitd.target", "systemd/units/gaitd.target"),
            Map.entry("usr/lib/systemd/system/gaitd-control.service", "systemd/units/gaitd-control.service"),
            Map.entry("usr/lib/systemd/system/gaitd-companion.service", "systemd/units/gaitd-companion.service"),
            Map.entry("usr/lib/systemd/system/gaitd-learner.service", "systemd/units/gaitd-learner.service"),
            Map.entry("usr/lib/sysusers.d/gaitd.conf", "systemd/system/sysusers.conf"),
            Map.entry("usr/lib/tmpfiles.d/gaitd.conf", "systemd/system/tmpfiles.conf"),
            Map.entry("usr/lib/sysctl.d/60-gaitd.conf", "systemd/system/sysctl.conf"),
            Map.entry("usr/lib/udev/rules.d/60-gaitd.rules", "systemd/system/udev.rules"),
            Map.entry("etc/security/limits.d/50-gaitd.conf", "systemd/etc/limits.conf"),
            Map.entry("etc/default/gaitd", "systemd/etc/default"),
            Map.entry("etc/gaitd/gaitd.toml", "systemd/etc/gaitd.toml"));

    private final Path source;
    private final Map<String, byte[]> jars;

    PackageLayout(final Path source, final Map<String, byte[]> jars) {
        this.source = source;
        this.jars = jars;
    }

    /** The robot's part in Debian's layout. */
    FileTree debian(final Control control) throws IOException {
        final FileTree tree = system(new FileTree(), "");
        program(tree, HOME);
        tree.add(Entry.link("usr/bin/gaitd", "../lib/gaitd/gaitd"));
        tree.add(Entry.text(PAGES + "copyright", PLAIN, control.copyright()));
        tree.add(Entry.file(PAGES + "changelog.gz", PLAIN, gzip(control.changelog(Part.ROBOT))));
        tree.add(Entry.file("usr/share/man/man1/gaitd.1.gz", PLAIN, gzip(read("systemd/gaitd.1"))));
        tree.add(Entry.text("usr/share/lintian/overrides/gaitd", PLAIN, read("systemd/deb/overrides")));
        return pages(tree, PAGES);
    }

    /** The lab's part in Debian's layout: jars beside those of the robot's. */
    FileTree debianLab(final Control control) throws IOException {
        final FileTree tree = new FileTree();
        libraries(tree, HOME);
        final String pages = "usr/share/doc/" + Part.LAB.packageName() + "/";
        tree.add(Entry.text(pages + "copyright", PLAIN, control.copyright()));
        tree.add(Entry.file(pages + "changelog.gz", PLAIN, gzip(control.changelog(Part.LAB))));
        return tree.add(Entry.text(
                "usr/share/lintian/overrides/" + Part.LAB.packageName(), PLAIN, read("systemd/deb/lab/overrides")));
    }

    /** The lab's part, to be unpacked over the robot's. */
    FileTree plainLab(final String name) {
        final FileTree tree = new FileTree();
        libraries(tree, name + "/");
        return tree;
    }

    /** To be unpacked anywhere: the program runs in place, the system's files wait to be copied. */
    FileTree plain(final String name) throws IOException {
        final String above = name + "/";
        final FileTree tree = system(new FileTree(), above + "system/");
        program(tree, above);
        tree.add(Entry.text(above + "LICENSE", PLAIN, read("LICENSE")));
        return pages(tree, above);
    }

    private void program(final FileTree tree, final String above) throws IOException {
        tree.add(Entry.text(above + "gaitd", PROGRAM, read("gaitd")));
        libraries(tree, above);
    }

    private void libraries(final FileTree tree, final String above) {
        jars.forEach((name, bytes) -> tree.add(Entry.file(above + "lib/" + name, PLAIN, bytes)));
    }

    private FileTree system(final FileTree tree, final String above) throws IOException {
        for (final Map.Entry<String, String> file : SYSTEM.entrySet()) {
            tree.add(Entry.text(above + file.getKey(), PLAIN, read(file.getValue())));
        }
        return tree;
    }

    private FileTree pages(final FileTree tree, final String above) throws IOException {
        tree.add(Entry.text(above + "README.md", PLAIN, read("README.md")));
        for (final String layout : List.of("layouts/foxglove.json", "layouts/plotjuggler.xml")) {
            tree.add(Entry.text(above + layout, PLAIN, read(layout)));
        }
        return tree.add(Entry.text(above + "operations.md", PLAIN, read("docs/operations.md")));
    }

    private String read(final String path) throws IOException {
        return Files.readString(source.resolve(path));
    }

    private static byte[] gzip(final String text) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new HardGzip(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        final byte[] packed = bytes.toByteArray();
        packed[EFFORT_AT] = EFFORT_MOST;
        return packed;
    }

    /** Compresses as well as it can; the header says so, which Debian's checker looks at. */
    private static final class HardGzip extends GZIPOutputStream {
        HardGzip(final ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
