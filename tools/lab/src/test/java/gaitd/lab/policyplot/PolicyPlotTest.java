package gaitd.lab.policyplot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DrawsText
class PolicyPlotTest {
    private static final String LTC =
            "../../policies/src/test/resources/gaitd/policies/golden/cells/ltc_ncp19_out4_in20.safetensors";

    /** 12 inputs, 16 outputs. */
    private static final String GRU =
            "../../policies/src/test/resources/gaitd/policies/golden/cells/gru_16_in12.safetensors";

    @TempDir
    private Path folder;

    private String bundle;

    @BeforeEach
    void importCircuit() throws IOException {
        final Cli head = Cli.run(
                "policy",
                "template",
                "--observe",
                "joint_offset,angular_velocity,command,roll_pitch",
                "--act",
                "oscillator_amplitude");
        final Path manifest = Files.writeString(folder.resolve("head.toml"), head.out());
        bundle = folder.resolve("ncp.zip").toString();
        final Cli imported = Cli.run(
                "policy",
                "import",
                LTC,
                "--kind",
                "ncps-ltc",
                "--fact",
                "elapsed_per_step=1",
                "--manifest",
                manifest.toString(),
                "--out",
                bundle);
        assertEquals(ExitCode.OK, imported.code(), imported::toString);
    }

    private Cli plot(final String... more) {
        final String[] args = Arrays.copyOf(new String[] {"policy", "plot", bundle}, 3 + more.length);
        System.arraycopy(more, 0, args, 3, more.length);
        return Cli.run(args);
    }

    @Test
    void writesAllPicturesInBothFormatsAndNamesThem() {
        final Path out = folder.resolve("new/pictures");
        final Cli cli = plot("--out", out.toString(), "--format", "both", "--random", "--seconds", "1");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        for (final String name : new String[] {"wiring", "traces", "phases", "activity", "correlation"}) {
            assertTrue(Files.exists(out.resolve(name + ".png")), name);
            assertTrue(Files.exists(out.resolve(name + ".svg")), name);
            assertTrue(cli.out().contains(out.resolve(name + ".svg").toString()), cli.out());
        }
    }

    @Test
    void theSeedDecidesAndTheGoldenInputsAreAnotherRun() throws IOException {
        final String[][] runs = {
            {"--random", "--seconds=1", "--seed=5"},
            {"--random", "--seconds=1", "--seed=5"},
            {"--random", "--seconds=1", "--seed=6"},
            {"--golden"}
        };
        final String[] texts = new String[runs.length];
        for (int i = 0; i < runs.length; i++) {
            final Path out = folder.resolve("run" + i);
            final List<String> args = new ArrayList<>(List.of("--out", out.toString(), "--format", "svg"));
            args.addAll(List.of(runs[i]));
            final Cli cli = plot(args.toArray(String[]::new));
            assertEquals(ExitCode.OK, cli.code(), cli::toString);
            texts[i] = Files.readString(out.resolve("traces.svg"));
        }
        assertEquals(texts[0], texts[1]);
        assertTrue(texts[2].contains("seed 6"));
        assertTrue(texts[3].contains("golden inputs"));
    }

    @Test
    void drawsAWalk() throws IOException {
        final Path out = folder.resolve("walk");
        final Cli cli = plot(
                "--vx",
                "0.2",
                "--seconds",
                "3",
                "--seed",
                "4",
                "--terrain",
                "rough:0.02",
                "--format",
                "svg",
                "--out",
                out.toString());
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(cli.out().startsWith("walked 3.0 s, "), cli.out());
        final String traces = Files.readString(out.resolve("traces.svg"));
        assertTrue(
                traces.contains("a trot on rough:0.02, seed 4, commanded 0.2 and 0 m/s, 0 rad/s, at 100 Hz"), traces);
    }

    @Test
    void aPolicyThatDoesNotFitTheWalkCanBeDrawnWithoutOne() throws IOException {
        final Path manifest = folder.resolve("legs.toml");
        final String wide = Files.writeString(folder.resolve("wide.toml"), "policy.offset_max_rad = 0.5\n")
                .toString();
        Files.writeString(
                manifest,
                Cli.run(
                                "policy",
                                "template",
                                "--observe",
                                "joint_position",
                                "--act",
                                "joint_offset,oscillator_frequency",
                                "--config",
                                wide)
                        .out());
        bundle = folder.resolve("legs.zip").toString();
        assertEquals(
                ExitCode.OK,
                Cli.run(
                                "policy",
                                "import",
                                GRU,
                                "--kind",
                                "gru",
                                "--manifest",
                                manifest.toString(),
                                "--config",
                                wide,
                                "--out",
                                bundle)
                        .code());
        final String out = folder.resolve("legs").toString();
        final String line = plot("--out", out).refusedWith(ExitCode.USAGE);
        assertTrue(
                line.contains("policy.offset_max_rad = 0.25") && line.contains("draw it with --random or --golden"),
                line);
        assertEquals(ExitCode.OK, plot("--golden", "--out", out).code());
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertTrue(plot("--format", "gif").refusedWith(ExitCode.USAGE).contains("gif"));
        assertTrue(plot("--golden", "--seed", "2").refusedWith(ExitCode.USAGE).contains("--golden contradicts --seed"));
        assertTrue(plot("--random", "--vx", "0.2").refusedWith(ExitCode.USAGE).contains("--random contradicts --vx"));
        assertTrue(plot("--vx", "9").refusedWith(ExitCode.USAGE).contains("--vx = 9"));
        assertTrue(plot("--seconds", "0").refusedWith(ExitCode.USAGE).contains("--seconds = 0"));
        final Path file = Files.createFile(folder.resolve("file"));
        assertTrue(plot("--random", "--out", file.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("expected a folder"));
        final Path taken = Files.createDirectories(folder.resolve("out/wiring.png"));
        assertTrue(plot("--random", "--out", taken.getParent().toString())
                .refusedWith(ExitCode.REFUSED)
                .contains("wiring.png"));
        bundle = folder.resolve("none.zip").toString();
        assertTrue(plot().refusedWith(ExitCode.REFUSED).contains("no such file"));
        bundle = Files.writeString(folder.resolve("x.zip"), "no zip at all, only text")
                .toString();
        assertTrue(plot().refusedWith(ExitCode.FAILED).contains("no zip file"));
    }
}
