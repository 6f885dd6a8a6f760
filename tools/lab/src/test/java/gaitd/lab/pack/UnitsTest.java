package gaitd.lab.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.LockMemory;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The units, by systemd's own judgement and by what must never be in them. */
class UnitsTest {
    private static final Path UNITS = SourceTree.REAL.resolve("systemd/units");
    private static final Path SYSTEM = Path.of("/usr/lib/systemd/system");

    @TempDir
    private Path root;

    private static void needSystemd() {
        Assumptions.assumeTrue(
                Shell.has("systemd-analyze") && Files.isDirectory(SYSTEM),
                "skipped: systemd-analyze is not installed (Debian: apt install systemd)");
    }

    /** A root with systemd's own units, ours, and a program. */
    private void makeRoot() throws IOException {
        final Path units = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        for (final Path folder : List.of(SYSTEM, UNITS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (final Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, units.resolve(file.getFileName()));
                }
            }
        }
        final Path program = root.resolve("usr/bin/gaitd");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    @Test
    void systemdFindsNothingWrong() throws Exception {
        needSystemd();
        makeRoot();
        final Shell shell = Shell.run(
                "systemd-analyze",
                "verify",
                "--man=no",
                "--root=" + root,
                "gaitd.target",
                "gaitd-control.service",
                "gaitd-companion.service",
                "gaitd-learner.service");
        assertEquals("", shell.output());
        assertEquals(0, shell.code());
    }

    @Test
    void systemdWouldFindAMistake() throws Exception {
        needSystemd();
        makeRoot();
        final Path unit = root.resolve("usr/lib/systemd/system/gaitd-learner.service");
        Files.writeString(unit, Files.readString(unit).replace("PrivateTmp=", "PrivateTemp="));
        assertTrue(Shell.run("systemd-analyze", "verify", "--man=no", "--root=" + root, "gaitd-learner.service")
                .output()
                .contains("PrivateTemp"));
    }

    @ParameterizedTest
    @CsvSource({"gaitd-control, 2.0", "gaitd-companion, 1.5", "gaitd-learner, 1.0"})
    void littleIsExposed(final String unit, final double most) throws Exception {
        needSystemd();
        makeRoot();
        final Shell shell = Shell.run(
                "systemd-analyze", "security", "--offline=true", "--no-pager", "--root=" + root, unit + ".service");
        final Matcher level =
                Pattern.compile("exposure level for \\S+: ([0-9.]+)").matcher(shell.output());
        assertTrue(level.find(), shell.output());
        System.out.println(unit + " exposure " + level.group(1));
        assertTrue(Double.parseDouble(level.group(1)) <= most, shell.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaitd-control", "gaitd-companion", "gaitd-learner"})
    void stoppingAProcessLeavesTheSharedFiles(final String unit) throws IOException {
        final String text = Files.readString(UNITS.resolve(unit + ".service"));
        assertFalse(text.contains("RemoveIPC=yes"), "would delete what the user has in /dev/shm");
        assertTrue(text.contains("ReadWritePaths=-/dev/shm/gaitd"));
        assertFalse(text.contains("[Install]"), "only the target is enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaitd-companion", "gaitd-learner"})
    void whoOnlyReadsCannotCommand(final String unit) throws IOException {
        assertTrue(Files.readString(UNITS.resolve(unit + ".service"))
                .contains("InaccessiblePaths=-/dev/shm/gaitd/operators"));
    }

    @Test
    void controlHasTheLimitsItNeedsAndAWatchdog() throws IOException {
        final List<String> lines = Files.readAllLines(UNITS.resolve("gaitd-control.service"));
        for (final String line : List.of(
                "Type=notify",
                "WatchdogSec=2",
                "Restart=on-failure",
                "LimitRTPRIO=98",
                "LimitMEMLOCK=infinity",
                "DeviceAllow=/dev/cpu_dma_latency rw")) {
            assertTrue(lines.contains(line), line);
        }
        assertFalse(lines.contains("RestrictRealtime=yes"));
    }

    @Test
    void theLearnerRunsBehindAllElse() throws IOException {
        final List<String> lines = Files.readAllLines(UNITS.resolve("gaitd-learner.service"));
        for (final String line : List.of("Nice=19", "CPUSchedulingPolicy=idle", "StateDirectory=gaitd")) {
            assertTrue(lines.contains(line), line);
        }
    }

    /** A robot that is switched on stays down until a person asks it to stand: a unit starts its process and does nothing else. */
    @ParameterizedTest
    @CsvSource({
        "gaitd-control, control, --robot --shared --config",
        "gaitd-companion, companion, --shared --http",
        "gaitd-learner, learner, --shared --config"
    })
    void aUnitOnlyStartsItsProcess(final String unit, final String command, final String options) throws IOException {
        final List<String> starts = Files.readAllLines(UNITS.resolve(unit + ".service")).stream()
                .filter(line -> line.startsWith("Exec"))
                .toList();
        assertEquals(1, starts.size(), starts.toString());
        final List<String> words = List.of(starts.getFirst().split(" ", -1));
        assertEquals(List.of("ExecStart=/usr/bin/gaitd", command), words.subList(0, 2));
        assertEquals(
                options, words.stream().filter(word -> word.startsWith("-")).collect(Collectors.joining(" ")));
        assertEquals(2 + 2 * options.split(" ", -1).length, words.size(), "each option has one value: " + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaitd-companion", "gaitd-learner"})
    void whoDoesNotNotifyIsNotWaitedFor(final String unit) throws IOException {
        final String text = Files.readString(UNITS.resolve(unit + ".service"));
        assertTrue(text.contains("Type=exec\n"));
        assertFalse(text.contains("WatchdogSec"));
    }

    @Test
    void theInstalledConfigurationIsValidAndAsksForRealTime() throws IOException {
        final Path file = SourceTree.REAL.resolve("systemd/etc/gaitd.toml");
        final Config config = new Config.Builder()
                .toml(Files.readString(file), file.toString())
                .conclude();
        assertEquals(80, config.get(Setting.RT_PRIORITY));
        assertEquals(LockMemory.USED, config.get(ChoiceSetting.RT_LOCK_MEMORY));
        assertEquals(0, config.get(Setting.RT_DMA_LATENCY_US));
    }
}
