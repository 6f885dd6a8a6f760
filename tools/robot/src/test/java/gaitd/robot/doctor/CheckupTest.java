package gaitd.robot.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All checks together: what is printed, what is told to programs, and machines that tell nothing or nonsense. */
class CheckupTest {
    /** Parts that a machine may do without. */
    private static final Set<String> MAY_BE_MISSING =
            Set.of("huge pages", "serial adapters", "free disk", "shared memory");

    @TempDir
    private Path root;

    private static String print(final Checkup checkup, final boolean colour) {
        final StringWriter text = new StringWriter();
        final PrintWriter out = new PrintWriter(text);
        new CheckupText(out, colour).print(checkup);
        out.flush();
        return text.toString();
    }

    @Test
    void whatCannotBeReadIsNotWell() {
        final Checkup checkup = new Checkup(new Machine(root, "amd64", path -> 10L << 30), null, -1);
        for (final Finding finding : checkup.findings()) {
            if (!MAY_BE_MISSING.contains(finding.name())) {
                assertTrue(finding.verdict() != CheckVerdict.OK, finding::toString);
                assertFalse(finding.fix().isBlank(), finding::toString);
                assertFalse(finding.should().isBlank(), finding::toString);
            }
        }
    }

    @Test
    void survivesFilesWithNonsense() throws IOException {
        new FakeMachine(root);
        final List<Path> files;
        try (Stream<Path> tree = Files.walk(root)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (final byte[] nonsense : List.of(
                new byte[0],
                new byte[] {(byte) 0xFF, 0},
                "99999999999999999999 -1--2,9-3,,x\n\n= [ ) (".getBytes(StandardCharsets.UTF_8))) {
            for (final Path file : files) {
                Files.write(file, nonsense);
            }
            final Checkup checkup = new Checkup(new Machine(root, "amd64", path -> -1), null, -1);
            assertFalse(checkup.isFine());
            assertFalse(print(checkup, false).isEmpty());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsSettingsOfTheKernelWhole() {
        assertTrue(Machine.here().number("proc/sys/kernel/pid_max").orElse(0) > 300);
    }

    @Test
    void printsOneLineForEachGoodFindingAndThreeForOthers() {
        final FakeMachine fake = new FakeMachine(root);
        final Checkup good = new Checkup(fake.machine(), null, -1);
        assertEquals(good.findings().size() + 1, print(good, false).lines().count());
        assertTrue(print(good, false).contains("18 ok, 0 warn, 0 fail: nothing to fix"), print(good, false));
        fake.with("proc/swaps", "Filename\n/dev/sda2 partition").limits("0", "unlimited");
        final String text = print(new Checkup(fake.machine(), null, -1), false);
        assertEquals(good.findings().size() + 5, text.lines().count());
        assertTrue(text.contains("16 ok, 1 warn, 1 fail"), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("warn  swap +/dev/sda2")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +fix  sudo swapoff -a .*")), text);
    }

    @Test
    void alignsItsColumns() {
        final FakeMachine fake = new FakeMachine(root).with("proc/swaps", "Filename\n/dev/sda2 partition");
        final List<String> lines =
                print(new Checkup(fake.machine(), null, -1), false).lines().toList();
        final int column = lines.getFirst().indexOf("PREEMPT_RT");
        for (final String line : lines.subList(0, lines.size() - 1)) {
            assertTrue(line.charAt(column) != ' ' && line.charAt(column - 1) == ' ', line);
        }
    }

    @Test
    void coloursVerdictsOnlyWhenTold() {
        final Checkup checkup = new Checkup(new FakeMachine(root).machine(), null, -1);
        assertFalse(print(checkup, false).contains("\u001B"));
        assertTrue(print(checkup, true).contains("\u001B[32mok  \u001B[0m"));
    }

    @Test
    void reportsForPrograms() {
        final FakeMachine fake = new FakeMachine(root);
        assertEquals(true, new Checkup(fake.machine(), null, -1).report().get("fine"));
        fake.limits("0", "unlimited");
        final Checkup ill = new Checkup(fake.machine(), null, -1);
        assertEquals(false, ill.report().get("fine"));
        assertEquals(1, ill.report().get("fail_count"));
        assertTrue(ill.report().get("checks").toString().contains("name=priority limit, verdict=fail, is=0"));
    }

    @Test
    void theCommandTellsByItsExitCodeAndFile() throws IOException {
        final Path json = root.resolve("doctor.json");
        final Cli cli = Cli.run("doctor", "--interface", "nosuch0", "--json", json.toString());
        assertEquals(ExitCode.FAILED, cli.code(), cli::toString);
        assertTrue(cli.out().contains("there is no interface nosuch0"), cli.out());
        assertTrue(Files.readString(json).contains("\"fine\" : false"));
    }

    @Test
    void theCommandRefusesCoresThatCannotBe() {
        assertTrue(Cli.run("doctor", "--cpu", "-2").refusedWith(ExitCode.USAGE).contains("--cpu"));
    }
}
