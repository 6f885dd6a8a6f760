package gaitd.lab.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages of a small tree, read back entry by entry. */
class PackagerTest {
    @TempDir
    private Path folder;

    private SourceTree tree;
    private Path out;

    @BeforeEach
    void makeTree() throws IOException {
        tree = new SourceTree(folder.resolve("tree"));
        out = folder.resolve("out");
    }

    private Map<String, Archives.Item> member(final Architecture architecture, final String name) throws Exception {
        return Archives.tarXz(
                Archives.ar(tree.debian("1.2.3", architecture, out)).get(name));
    }

    @Test
    void hasTheThreeMembersInOrder() throws Exception {
        final Path file = tree.debian("1.2.3", Architecture.AMD64, out);
        assertEquals("gaitd_1.2.3_amd64.deb", file.getFileName().toString());
        final Map<String, byte[]> members = Archives.ar(file);
        assertEquals(List.of("debian-binary", "control.tar.xz", "data.tar.xz"), List.copyOf(members.keySet()));
        assertArrayEquals(new byte[] {'2', '.', '0', '\n'}, members.get("debian-binary"));
    }

    @Test
    void saysWhatItIs() throws Exception {
        final Map<String, Archives.Item> control = member(Architecture.ARM64, "control.tar.xz");
        final String fields = control.get("./control").text();
        assertTrue(fields.contains("Package: gaitd\nVersion: 1.2.3\nArchitecture: arm64\n"), fields);
        assertTrue(fields.matches("(?s).*\nInstalled-Size: [1-9][0-9]*\n.*"), fields);
        assertTrue(fields.contains("\nDepends: adduser, libc6\n"), fields);
        assertTrue(fields.contains("\nRecommends: openjdk-25-jre-headless | temurin-25-jre | "), fields);
        assertEquals(
                Set.of("./control", "./conffiles", "./md5sums", "./postinst", "./prerm", "./postrm"), control.keySet());
        for (final String script : List.of("./postinst", "./prerm", "./postrm")) {
            assertEquals(0755, control.get(script).entry.getMode() & 0777, script);
            assertTrue(control.get(script).text().startsWith("#!/bin/sh\n"), script);
        }
    }

    @Test
    void keepsWhatPeopleChange() throws Exception {
        final Set<String> kept = Set.of(member(Architecture.AMD64, "control.tar.xz")
                .get("./conffiles")
                .text()
                .split("\n", 0));
        assertEquals(
                Set.of("/etc/default/gaitd", "/etc/gaitd/gaitd.toml", "/etc/security/limits.d/50-gaitd.conf"), kept);
    }

    @Test
    void putsEverythingInItsPlaceOwnedByRoot() throws Exception {
        final Map<String, Archives.Item> data = member(Architecture.AMD64, "data.tar.xz");
        for (final Map.Entry<String, Archives.Item> item : data.entrySet()) {
            final var entry = item.getValue().entry;
            assertEquals("root:root", entry.getUserName() + ":" + entry.getGroupName(), item.getKey());
            assertEquals(0, entry.getLongUserId() + entry.getLongGroupId(), item.getKey());
            assertEquals(SourceTree.TIME_S, entry.getLastModifiedTime().toMillis() / 1000, item.getKey());
            final boolean program = item.getKey().equals("./usr/lib/gaitd/gaitd");
            final int mode = entry.isSymbolicLink() ? 0777 : entry.isDirectory() || program ? 0755 : 0644;
            assertEquals(mode, entry.getMode() & 07777, item.getKey());
            assertTrue(
                    data.containsKey(above(item.getKey()))
                            || above(item.getKey()).equals("./"),
                    item.getKey());
        }
        assertEquals("../lib/gaitd/gaitd", data.get("./usr/bin/gaitd").entry.getLinkName());
        assertTrue(data.get("./usr/lib/gaitd/gaitd").text().startsWith("#!/usr/bin/env bash"));
        for (final String path : List.of(
                "usr/lib/systemd/system/gaitd.target",
                "usr/lib/systemd/system/gaitd-control.service",
                "usr/lib/systemd/system/gaitd-companion.service",
                "usr/lib/systemd/system/gaitd-learner.service",
                "usr/lib/sysusers.d/gaitd.conf",
                "usr/lib/tmpfiles.d/gaitd.conf",
                "usr/lib/sysctl.d/60-gaitd.conf",
                "usr/lib/udev/rules.d/60-gaitd.rules",
                "usr/share/doc/gaitd/copyright",
                "usr/share/doc/gaitd/changelog.gz",
                "usr/share/doc/gaitd/operations.md")) {
            assertTrue(data.get("./" + path).content.length > 0, path);
        }
        assertTrue(data.keySet().stream().noneMatch(path -> path.contains(".wants/")), "enables something");
    }

    private static String above(final String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    @Test
    void sumsFitTheFiles() throws Exception {
        final Map<String, byte[]> members = Archives.ar(tree.debian("1.2.3", Architecture.AMD64, out));
        final Map<String, Archives.Item> data = Archives.tarXz(members.get("data.tar.xz"));
        final List<String> sums = Archives.tarXz(members.get("control.tar.xz"))
                .get("./md5sums")
                .text()
                .lines()
                .toList();
        assertTrue(sums.size() > 15, sums::toString);
        for (final String line : sums) {
            final byte[] digest = MessageDigest.getInstance("MD5").digest(data.get("./" + line.substring(34)).content);
            assertEquals(line.substring(0, 32), HexFormat.of().formatHex(digest), line);
        }
    }

    @Test
    void bringsTheNativeLibrariesOfItsProcessorOnly() throws Exception {
        final String jar = "./usr/lib/gaitd/lib/native-2.1.jar";
        assertEquals(
                Set.of("x/Linux/x86_64/libx.so", "x/X.class"),
                Archives.zip(member(Architecture.AMD64, "data.tar.xz").get(jar).content)
                        .keySet());
        assertEquals(
                Set.of("x/Linux/arm64/libx.so", "x/X.class"),
                Archives.zip(member(Architecture.ARM64, "data.tar.xz").get(jar).content)
                        .keySet());
    }

    /** Not in the jar too: what is unpacked from there at run time would lie where others can write. */
    @Test
    void codeOfTheSerialLibraryLiesBesideItsJar() throws Exception {
        for (final Architecture architecture : Architecture.values()) {
            final String folder = architecture == Architecture.AMD64 ? "x86_64" : "armv8_64";
            final Map<String, Archives.Item> data = member(architecture, "data.tar.xz");
            assertEquals(
                    Set.of("com/S.class"),
                    Archives.zip(data.get("./usr/lib/gaitd/lib/jSerialComm-2.0.jar").content)
                            .keySet());
            assertEquals(
                    Set.of("./usr/lib/gaitd/lib/Linux/" + folder + "/libjSerialComm.so"),
                    data.keySet().stream().filter(path -> path.endsWith(".so")).collect(Collectors.toSet()));
        }
    }

    @Test
    void bringsModulesAndLibrariesButNotWhatOnlyPackagesNeed() throws Exception {
        final Map<String, Archives.Item> data = member(Architecture.AMD64, "data.tar.xz");
        final Map<String, byte[]> hal = Archives.zip(data.get("./usr/lib/gaitd/lib/gaitd-hal.jar").content);
        assertEquals(List.of("META-INF/MANIFEST.MF", "gaitd/hal/A.class"), List.copyOf(hal.keySet()));
        assertEquals(
                List.of("META-INF/MANIFEST.MF", "a/B.class"),
                List.copyOf(Archives.zip(data.get("./usr/lib/gaitd/lib/plain-1.0.jar").content)
                        .keySet()));
        assertEquals(
                3,
                Archives.zip(data.get("./usr/lib/gaitd/lib/three-0.1.jar").content)
                        .size());
        assertFalse(data.containsKey("./usr/lib/gaitd/lib/xz-1.0.jar"));
    }

    @Test
    void sameTreeGivesSameBytes() throws Exception {
        final SourceTree again = new SourceTree(folder.resolve("again"));
        final List<Path> first = new Packager(tree.root, "1", SourceTree.TIME_S).make(Architecture.AMD64, out);
        final List<Path> second =
                new Packager(again.root, "1", SourceTree.TIME_S).make(Architecture.AMD64, folder.resolve("out2"));
        for (int i = 0; i < first.size(); i++) {
            assertEquals(
                    -1,
                    Files.mismatch(first.get(i), second.get(i)),
                    first.get(i).toString());
        }
        again.write("hal/target/classes/gaitd/hal/A.class", "another");
        assertTrue(
                Files.mismatch(first.getFirst(), again.debian("1", Architecture.AMD64, folder.resolve("out2"))) >= 0);
    }

    @Test
    void plainArchiveRunsInPlace() throws Exception {
        final Path file = new Packager(tree.root, "1.2.3", SourceTree.TIME_S)
                .make(Architecture.ARM64, out)
                .get(1);
        assertEquals("gaitd-1.2.3-linux-arm64.tar.gz", file.getFileName().toString());
        final Map<String, Archives.Item> items = Archives.tarGz(file);
        final String above = "gaitd-1.2.3-linux-arm64/";
        assertEquals(0755, items.get(above + "gaitd").entry.getMode() & 0777);
        assertTrue(items.containsKey(above + "lib/gaitd-robot.jar"));
        assertTrue(items.containsKey(above + "LICENSE"));
        assertTrue(items.containsKey(above + "system/usr/lib/systemd/system/gaitd-control.service"));
    }

    @Test
    void theLabIsAPackageOnTopOfTheRobots() throws Exception {
        final Path file = tree.lab("1.2.3", Architecture.AMD64, out);
        assertEquals("gaitd-lab_1.2.3_amd64.deb", file.getFileName().toString());
        final Map<String, byte[]> members = Archives.ar(file);
        final Map<String, Archives.Item> control = Archives.tarXz(members.get("control.tar.xz"));
        assertEquals(Set.of("./control", "./md5sums", "./postinst", "./postrm"), control.keySet());
        final String fields = control.get("./control").text();
        assertTrue(fields.contains("Package: gaitd-lab\nVersion: 1.2.3\nArchitecture: amd64\n"), fields);
        assertTrue(fields.contains("\nDepends: gaitd (= 1.2.3)\n"), fields);
        assertTrue(fields.contains("\nRecommends: libfontconfig1, libfreetype6, libharfbuzz0b\n"), fields);
        final Map<String, Archives.Item> lab = Archives.tarXz(members.get("data.tar.xz"));
        final Map<String, Archives.Item> robot = member(Architecture.AMD64, "data.tar.xz");
        assertTrue(lab.containsKey("./usr/lib/gaitd/lib/gaitd-lab.jar"));
        assertTrue(lab.containsKey("./usr/lib/gaitd/lib/gaitd-bench.jar"));
        assertTrue(lab.containsKey("./usr/lib/gaitd/lib/plots-3.0.jar"));
        assertFalse(lab.containsKey("./usr/lib/gaitd/lib/commons-compress-1.0.jar"));
        for (final String path : List.of("gaitd-lab.jar", "gaitd-bench.jar", "plots-3.0.jar")) {
            assertFalse(robot.containsKey("./usr/lib/gaitd/lib/" + path), path);
        }
        for (final Map.Entry<String, Archives.Item> item : lab.entrySet()) {
            assertTrue(
                    item.getValue().entry.isDirectory() || !robot.containsKey(item.getKey()),
                    () -> item.getKey() + " is in both packages");
        }
    }

    @Test
    void refusesATreeThatIsNotBuilt() throws Exception {
        Files.delete(tree.root.resolve("runtime/target/classes/gaitd/runtime/A.class"));
        Files.delete(tree.root.resolve("runtime/target/classes/gaitd/runtime"));
        Files.delete(tree.root.resolve("runtime/target/classes/gaitd"));
        Files.delete(tree.root.resolve("runtime/target/classes"));
        final String message = assertThrows(PackException.class, () -> tree.debian("1", Architecture.AMD64, out))
                .getMessage();
        assertTrue(message.contains("runtime/target/classes is missing"), message);
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesTwoVersionsOfALibrary() throws Exception {
        tree.library("plain-1.1.jar", "a/B.class");
        final String message = assertThrows(PackException.class, () -> tree.debian("1", Architecture.AMD64, out))
                .getMessage();
        assertTrue(message.contains("plain-1.0.jar") && message.contains("plain-1.1.jar"), message);
    }

    @Test
    void longPathsAreKept() throws IOException {
        for (final String path : List.of("d".repeat(150), "a".repeat(60) + "/" + "b".repeat(160) + "/c")) {
            final var bytes = new ByteArrayOutputStream();
            TarWriter.write(new FileTree().add(Entry.text(path, 0644, "x")), "./", 0, bytes);
            try (var in = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                String last = "";
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    last = entry.getName();
                }
                assertEquals("./" + path, last);
            }
        }
    }
}
