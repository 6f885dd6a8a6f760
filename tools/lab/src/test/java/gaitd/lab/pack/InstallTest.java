package gaitd.lab.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs, upgrades, removes and purges in a fresh Debian, made once by debootstrap and kept in target. */
@Tag("slow")
class InstallTest {
    private static final Path BASE = Path.of("target/debian-base").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path debian;

    @BeforeEach
    void makeDebian() throws Exception {
        Assumptions.assumeTrue(
                Shell.has("debootstrap"), "skipped: debootstrap is not installed (Debian: apt install debootstrap)");
        Assumptions.assumeTrue(
                Shell.run("id", "-u").output().strip().equals("0"), "skipped: only root can make a Debian root");
        if (!Files.exists(BASE)) {
            final Path unfinished = Path.of(BASE + ".tmp");
            remove(unfinished);
            final Shell made =
                    Shell.run("debootstrap", "--variant=minbase", "--include=adduser", "stable", unfinished.toString());
            Assumptions.assumeTrue(
                    made.code() == 0,
                    () -> "skipped: debootstrap failed, is there a network? "
                            + made.output().lines().reduce("", (before, last) -> last));
            Files.move(unfinished, BASE);
        }
        debian = Path.of("target/debian-test").toAbsolutePath();
        remove(debian);
        assertEquals(
                0, Shell.run("cp", "-a", BASE.toString(), debian.toString()).code());
    }

    @AfterEach
    void removeDebian() throws Exception {
        if (debian != null) {
            remove(debian);
        }
    }

    private static void remove(final Path root) throws Exception {
        assertEquals(
                0, Shell.run("rm", "-rf", "--one-file-system", root.toString()).code());
    }

    private Shell inside(final String command) throws Exception {
        return Shell.run("chroot", debian.toString(), "sh", "-c", command);
    }

    private String succeed(final String command) throws Exception {
        final Shell shell = inside(command);
        assertEquals(0, shell.code(), command + ": " + shell.output());
        return shell.output();
    }

    /** A Java that says what it was called with and makes an archive when told to. */
    private void giveJava() throws Exception {
        final Path home = Files.createDirectories(debian.resolve("usr/lib/jvm/jdk-25/bin"))
                .getParent();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(home.resolve("bin/java"), """
                #!/bin/sh
                for word; do
                    case "$word" in -XX:AOTCacheOutput=*) echo archive > "${word#*=}" ;; esac
                done
                echo "java $*"
                """);
        assertTrue(home.resolve("bin/java").toFile().setExecutable(true, false));
    }

    private String install(final SourceTree tree, final String version) throws Exception {
        final Path file = tree.debian(version, Architecture.AMD64, debian.resolve("root"));
        return succeed("dpkg --force-architecture --force-confold -i /root/" + file.getFileName());
    }

    @Test
    void installsUpgradesRemovesAndPurgesCleanly() throws Exception {
        final SourceTree tree = new SourceTree(folder.resolve("tree"));
        final String before = listing();

        final String first = install(tree, "1.0");
        assertTrue(first.contains("no JDK 25"), first);
        assertTrue(first.contains("nothing is started"), first);
        assertTrue(succeed("id gaitd").contains("(gaitd)"));
        assertEquals(
                "2770 gaitd:gaitd", succeed("stat -c '%a %U:%G' /var/lib/gaitd").strip());
        final Shell noJava = inside("gaitd version");
        assertEquals(3, noJava.code(), noJava.output());
        assertTrue(noJava.output().contains("JDK 25"), noJava.output());
        assertEquals("ii", succeed("dpkg -l gaitd | tail -n 1 | cut -c 1-2").strip());
        assertEquals("", succeed("dpkg --verify gaitd"));

        giveJava();
        succeed("echo '# mine' >> /etc/gaitd/gaitd.toml; echo data > /var/lib/gaitd/recording");
        tree.write("systemd/etc/gaitd.toml", "# theirs\n");
        tree.write("systemd/etc/limits.conf", "@gaitd - rtprio 77\n");
        final String second = install(tree, "2.0");
        assertFalse(second.contains("nothing is started"), second);
        assertTrue(succeed("cat /etc/gaitd/gaitd.toml").contains("# mine"));
        assertTrue(succeed("cat /etc/security/limits.d/50-gaitd.conf").contains("rtprio 77"));
        assertEquals("archive", succeed("cat /var/cache/gaitd/gaitd.aot").strip());
        assertTrue(succeed("gaitd version").contains("-XX:AOTCache=/var/cache/gaitd/gaitd.aot"));
        assertTrue(succeed("gaitd version").contains("/usr/lib/gaitd/lib/gaitd-hal.jar:"));

        succeed("dpkg --remove gaitd");
        assertEquals("rc", succeed("dpkg -l gaitd | tail -n 1 | cut -c 1-2").strip());
        assertTrue(succeed("cat /etc/gaitd/gaitd.toml /var/lib/gaitd/recording").contains("# mine"));
        assertFalse(Files.exists(debian.resolve("usr/lib/gaitd")));
        assertFalse(Files.exists(debian.resolve("var/cache/gaitd")));

        succeed("dpkg --purge gaitd && rm -rf /root/*.deb /root/*.tar.gz /usr/lib/jvm");
        assertEquals(before, listing());
        assertFalse(inside("getent passwd gaitd || getent group gaitd").code() == 0);
    }

    @Test
    void theLabInstallsOnTopAndGoesWithoutTheRobots() throws Exception {
        final SourceTree tree = new SourceTree(folder.resolve("tree"));
        giveJava();
        final Path lab = tree.lab("1.0", Architecture.AMD64, debian.resolve("root"));
        final Shell alone = inside("dpkg --force-architecture -i /root/" + lab.getFileName());
        assertFalse(alone.code() == 0, alone.output());
        succeed("dpkg --purge gaitd-lab");
        install(tree, "1.0");
        succeed("dpkg --force-architecture -i /root/" + lab.getFileName());
        assertTrue(succeed("gaitd version").contains("/usr/lib/gaitd/lib/gaitd-lab.jar"));
        assertEquals("", succeed("dpkg --verify gaitd gaitd-lab"));
        succeed("dpkg --remove gaitd-lab");
        assertFalse(succeed("gaitd version").contains("gaitd-lab.jar"));
        assertTrue(Files.exists(debian.resolve("var/cache/gaitd/gaitd.aot")));
        succeed("dpkg --purge gaitd");
        succeed("dpkg --audit");
    }

    @Test
    void removesWithoutPurgeAndInstallsAgain() throws Exception {
        final SourceTree tree = new SourceTree(folder.resolve("tree"));
        giveJava();
        install(tree, "1.0");
        succeed("dpkg --remove gaitd");
        install(tree, "1.0");
        assertTrue(Files.exists(debian.resolve("var/cache/gaitd/gaitd.aot")));
        succeed("dpkg --purge gaitd");
        succeed("dpkg --audit");
    }

    /** All that is in the root, but for what dpkg itself and the user database keep as backups. */
    private String listing() throws Exception {
        return succeed(
                "find / -xdev -path /proc -prune -o -path /var/lib/dpkg -prune -o -path /var/log -prune -o -path /run -prune"
                        + " -o -name '*-' -prune -o -path /etc/.pwd.lock -prune -o -print | sort");
    }
}
