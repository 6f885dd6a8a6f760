package gaitd.lab.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandsTest {
    private static final Path CELLS = Path.of("../../policies/src/test/resources/gaitd/policies/golden/cells");
    /** 12 inputs: joint offsets; 16 outputs: joint offsets and oscillators. */
    private static final String GRU = CELLS.resolve("gru_16_in12.safetensors").toString();

    /** An ONNX model: y = x W with W of 1 to 4, x and y named so, W 1, 2, 3, 4. */
    private static final String MATMUL =
            "08083a3a0a110a01780a015712017922064d61744d756c2a1b0801080410014201574a100000803f"
                    + "0000004000004040000080405a030a017862030a01794202100d";

    @TempDir
    Path folder;

    private Path head;

    @BeforeEach
    void writeHead() throws IOException {
        final Cli template = Cli.run(
                "policy", "template", "--observe", "joint_offset", "--act", "joint_offset,oscillator_frequency");
        assertEquals(ExitCode.OK, template.code(), template::toString);
        head = Files.writeString(folder.resolve("head.toml"), template.out());
    }

    private String path(final String name) {
        return folder.resolve(name).toString();
    }

    private Cli importGru(final String out, final String... more) {
        final String[] fixed = {
            "policy", "import", GRU, "--kind", "gru", "--manifest", head.toString(), "--out", path(out)
        };
        final String[] args = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, args, fixed.length, more.length);
        return Cli.run(args);
    }

    private static Cli ok(final Cli cli) {
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        return cli;
    }

    @Test
    void importsChecksShowsAndConverts() throws IOException {
        assertTrue(ok(importGru("gru.zip")).out().contains("gru with 12 inputs and 16 outputs"));
        assertTrue(ok(Cli.run("policy", "check", path("gru.zip"))).out().startsWith("ok policy, unsigned, SHA-256 "));
        assertTrue(ok(Cli.run("policy", "show", path("gru.zip"))).out().contains("joint_offset 12"));
        ok(Cli.run("policy", "convert", path("gru.zip"), path("gru")));
        ok(Cli.run("policy", "convert", path("gru"), path("again.zip")));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("gru.zip")), Files.readAllBytes(folder.resolve("again.zip")));
        assertTrue(Cli.run("policy", "convert", path("gru"), path("again.zip"))
                .refusedWith(ExitCode.REFUSED)
                .contains("exists already"));
        ok(Cli.run("policy", "show", path("gru"), "--json", path("gru.json")));
        final JsonDocument shown = JsonDocument.of(folder.resolve("gru.json"));
        assertEquals("layers", shown.text("cell_kind"));
        assertEquals(100, shown.number("policy_hz"));
    }

    @Test
    void equalImportsAreEqualBytes() throws IOException {
        ok(importGru("a.zip", "--seed", "5"));
        ok(importGru("b.zip", "--seed", "5"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.zip")), Files.readAllBytes(folder.resolve("b.zip")));
    }

    @Test
    void checkNamesEverythingThatDisagrees() throws IOException {
        ok(importGru("gru"));
        final Path manifest = folder.resolve("gru/manifest.toml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"FR_hip\", \"FR_thigh\"", "\"FR_thigh\", \"FR_thigh\"")
                        .replace("tick_hz = 500.0", "tick_hz = 1000.0"));
        final Path json = folder.resolve("result.json");
        final Cli check = Cli.run("policy", "check", path("gru"), "--json", json.toString());
        assertEquals(ExitCode.FAILED, check.code(), check::toString);
        assertTrue(check.out().contains("FAILED manifest.toml: was changed"), check.out());
        assertTrue(check.out().contains("joints: FR_thigh FR_thigh FR_calf"), check.out());
        assertTrue(check.out().contains("1000.0, the control loop runs at 500.0"), check.out());
        final var result = JsonDocument.of(json);
        assertEquals(3, result.number("findings_count"));
        assertEquals(3, check.out().lines().count());
        assertTrue(Cli.run("policy", "show", path("gru"))
                .refusedWith(ExitCode.FAILED)
                .contains("manifest.toml: was changed"));
        assertTrue(Cli.run("policy", "convert", path("gru"), path("gru.zip"))
                .refusedWith(ExitCode.FAILED)
                .contains("was changed"));
    }

    /** What check and run refuse, the template does not print. */
    @Test
    void theTemplateRefusesActionsAndRatesThatNoRunTakes() {
        assertTrue(Cli.run("policy", "template", "--act", "joint_target,joint_offset")
                .refusedWith(ExitCode.USAGE)
                .contains("joint_target moves the legs in place of the walk and has to be alone"));
        assertTrue(Cli.run("policy", "template", "--policy-hz", "60")
                .refusedWith(ExitCode.USAGE)
                .contains("60.0 does not divide tick_hz 500.0; the next that does is 62.5"));
        assertTrue(Cli.run("policy", "template", "--policy-hz", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("0.0 is no rate"));
    }

    @Test
    void checkUsesTheRateOfTheConfiguration() throws IOException {
        ok(importGru("gru"));
        final Path config = Files.writeString(folder.resolve("robot.toml"), "loop.rate_hz = 1000\n");
        final Cli check = Cli.run("policy", "check", path("gru"), "--config", config.toString());
        assertEquals(ExitCode.FAILED, check.code());
        assertTrue(check.out().contains("tick_hz: 500.0, the control loop runs at 1000.0"), check.out());
    }

    @Test
    void checkFailsWhatIsNoBundle() throws IOException {
        final Path file = Files.writeString(folder.resolve("x.zip"), "no zip at all, just a text");
        final Cli check = Cli.run("policy", "check", file.toString());
        assertEquals(ExitCode.FAILED, check.code());
        assertTrue(check.out().contains("this is no zip file"), check.out());
        assertTrue(Cli.run("policy", "check", path("none"))
                .refusedWith(ExitCode.REFUSED)
                .contains("no such file"));
    }

    @Test
    void signsAndRequiresSignatures() throws IOException {
        ok(importGru("gru.zip"));
        ok(Cli.run("policy", "keygen", path("lab")));
        ok(Cli.run("policy", "keygen", path("other")));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lab.key"))));
        final Cli unsigned = Cli.run("policy", "check", path("gru.zip"), "--require-key", path("lab.pub"));
        assertEquals(ExitCode.FAILED, unsigned.code());
        assertTrue(unsigned.out().contains("there is none, required is one by key"), unsigned.out());
        ok(Cli.run("policy", "sign", path("gru.zip"), "--key", path("lab.key")));
        final Cli signed = ok(Cli.run("policy", "check", path("gru.zip"), "--require-key", path("lab.pub")));
        assertTrue(signed.out().contains("signed by key "), signed.out());
        assertEquals(
                ExitCode.FAILED,
                Cli.run("policy", "check", path("gru.zip"), "--require-key", path("other.pub"))
                        .code());
        assertTrue(Cli.run("policy", "keygen", path("lab"))
                .refusedWith(ExitCode.REFUSED)
                .contains("exists already"));
        assertTrue(Cli.run("policy", "check", path("gru.zip"), "--require-key", path("lab.key"))
                .refusedWith(ExitCode.USAGE)
                .contains("--require-key"));
        Files.copy(folder.resolve("other.pub"), folder.resolve("mixed.pub"));
        Files.copy(folder.resolve("lab.key"), folder.resolve("mixed.key"));
        assertTrue(Cli.run("policy", "sign", path("gru.zip"), "--key", path("mixed.key"))
                .refusedWith(ExitCode.USAGE)
                .contains("do not belong together"));
    }

    @Test
    void importAsksForFactsInOneLine() {
        final String ltc = CELLS.resolve("ltc_full8_explicit.safetensors").toString();
        final String line = Cli.run("policy", "import", ltc, "--kind", "ncps-ltc", "--out", path("x"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("give --fact elapsed_per_step=..."), line);
        assertTrue(line.contains("without --manifest HEAD.toml the manifest is written from --with"), line);
        assertTrue(Cli.run("policy", "import", GRU, "--kind", "gru", "--out", path("x"))
                .refusedWith(ExitCode.USAGE)
                .contains("the network has 16 outputs; without --manifest HEAD.toml it has to aim 12 joints"));
        assertTrue(importGru("x", "--fact", "colour=red")
                .refusedWith(ExitCode.USAGE)
                .contains("facts that kind gru does not have: colour"));
    }

    @Test
    void importRefusesWhatDoesNotFit() throws IOException {
        final String lstm = CELLS.resolve("lstm_8_in5.safetensors").toString();
        final String sizes = Cli.run(
                        "policy", "import", lstm, "--kind", "lstm", "--manifest", head.toString(), "--out", path("x"))
                .refusedWith(ExitCode.FAILED);
        assertTrue(sizes.contains("observation: the list has 12 values, the cell takes 5"), sizes);
        assertTrue(sizes.contains("action: the list has 16 values, the cell gives 8"), sizes);
        assertTrue(Cli.run("policy", "import", path("none"), "--kind", "gru", "--out", path("x"))
                .refusedWith(ExitCode.REFUSED)
                .contains("no such file"));
        final Path text = Files.writeString(folder.resolve("a.safetensors"), "no tensors here");
        assertTrue(Cli.run("policy", "import", text.toString(), "--kind", "gru", "--out", path("x"))
                .refusedWith(ExitCode.FAILED)
                .contains("a.safetensors: it is a text file; expected"));
        Files.writeString(head, "[cell]\n");
        assertTrue(importGru("x").refusedWith(ExitCode.FAILED).contains("the import writes these two itself"));
        assertTrue(Files.notExists(folder.resolve("x")));
    }

    @Test
    void importTakesOnnxModels() throws IOException {
        final Path model = folder.resolve("actor.onnx");
        Files.write(model, HexFormat.of().parseHex(MATMUL));
        final Cli template = Cli.run("policy", "template", "--observe", "height", "--act", "oscillator_frequency");
        Files.writeString(head, template.out());
        final String[] args = {
            "policy", "import", model.toString(), "--manifest", head.toString(), "--out", path("onnx")
        };
        assertTrue(ok(Cli.run(args)).out().contains("layers with 1 inputs and 4 outputs"));
        assertTrue(ok(Cli.run("policy", "check", path("onnx"))).out().startsWith("ok policy"));
        final String[] more = java.util.Arrays.copyOf(args, args.length + 2);
        more[args.length] = "--kind";
        more[args.length + 1] = "mlp";
        assertTrue(Cli.run(more).refusedWith(ExitCode.USAGE).contains("an ONNX model contains all facts"));
        Files.writeString(model, "no model");
        assertTrue(Cli.run(args)
                .refusedWith(ExitCode.FAILED)
                .contains("actor.onnx: it is a text file; expected an ONNX model"));
        assertTrue(Cli.run("policy", "import", GRU, "--out", path("x"))
                .refusedWith(ExitCode.USAGE)
                .contains("--kind is missing: expected one of ncps-ltc"));
    }

    @Test
    void importTellsWhatThisRobotWouldRefuseAndMakesTheBundle() throws IOException {
        final Path model = folder.resolve("actor.onnx");
        Files.write(model, HexFormat.of().parseHex(MATMUL));
        final String template = Cli.run(
                        "policy", "template", "--observe", "height", "--act", "oscillator_amplitude_offset")
                .out();
        final String wide = template.replaceAll("(?m)^max = .*(?![\\s\\S]*^max)", "max = 99.0");
        assertTrue(!wide.equals(template), template);
        Files.writeString(head, wide);
        final Cli made =
                ok(Cli.run("policy", "import", model.toString(), "--manifest", head.toString(), "--out", path("wide")));
        assertTrue(made.err().contains("wide: this robot does not run it as it is: "), made.err());
        assertTrue(Cli.run("policy", "check", path("wide")).code() != ExitCode.OK);
    }

    @Test
    void theNumbersOfAModelMayBeInAFileBesideIt() throws IOException {
        Files.write(folder.resolve("actor.bin"), HexFormat.of().parseHex("ffff0000803f000000400000404000008040"));
        Files.writeString(
                head,
                Cli.run("policy", "template", "--observe", "height", "--act", "oscillator_frequency")
                        .out());
        final Path model = folder.resolve("actor.onnx");
        Files.write(model, outside("actor.bin"));
        final String[] args = {
            "policy", "import", model.toString(), "--manifest", head.toString(), "--out", path("outside")
        };
        assertTrue(ok(Cli.run(args)).out().contains("layers with 1 inputs and 4 outputs"));
        Files.write(model, outside("../a/ctor"));
        assertTrue(Cli.run(args).refusedWith(ExitCode.FAILED).contains("which is not in the folder of the model"));
        Files.write(model, outside("other.bin"));
        assertTrue(Cli.run(args).refusedWith(ExitCode.REFUSED).contains("other.bin: there is no such file"));
    }

    /** The same model with its numbers from byte 2 of a file whose name has nine letters. */
    private static byte[] outside(final String name) {
        final String location = "6a15" + "0a086c6f636174696f6e" + "1209"
                + HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII));
        final String offset = "6a0b" + "0a066f6666736574" + "120132";
        final String tensor = "0801080410014201577001" + location + offset;
        final String graph = "0a110a01780a015712017922064d61744d756c" + "2a%02x".formatted(tensor.length() / 2) + tensor
                + "5a030a0178620" + "30a0179";
        return HexFormat.of().parseHex("08083a%02x".formatted(graph.length() / 2) + graph + "4202100d");
    }

    @Test
    void importComparesWithOutputsOfTheOriginal() throws IOException {
        ok(importGru("gru"));
        final Path golden = folder.resolve("gru/golden.json");
        ok(importGru("again", "--golden", golden.toString()));
        final Path wrong = Files.writeString(
                folder.resolve("wrong.json"),
                Files.readString(golden).replaceFirst("\"outputs\":\\[\\[-?0\\.", "\"outputs\":[[1."));
        assertTrue(importGru("x", "--golden", wrong.toString())
                .refusedWith(ExitCode.FAILED)
                .contains("1 of the golden outputs differ; worst: output 0 of step 0"));
    }

    @Test
    void aBaselineCarriesTheWalkOfItsTaskAndRefusesTasksWithoutOne() throws IOException {
        ok(Cli.run("policy", "baseline", "a1-stage2", "--out", path("a1-stage2-baseline")));
        assertTrue(
                ok(Cli.run("policy", "check", path("a1-stage2-baseline"))).out().startsWith("ok a1-stage2-baseline"));
        final String manifest = Files.readString(folder.resolve("a1-stage2-baseline/manifest.toml"));
        assertTrue(manifest.contains("clearance_m = 0.089"), manifest);
        for (final String without : List.of("cartpole", "a1-legs")) {
            assertTrue(Cli.run("policy", "baseline", without, "--out", path("none"))
                    .refusedWith(ExitCode.USAGE)
                    .contains("task %s: it has no walk; expected a1-stage1 or a1-stage2 or a1-stage3 or the path"
                            .formatted(without)));
        }
        assertTrue(Cli.run("policy", "baseline", "a1-stage2", "--out", path("a1-stage2-baseline"))
                .refusedWith(ExitCode.REFUSED)
                .contains("exists already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "show", "plot", "import", "template", "baseline", "convert", "keygen", "sign"})
    void helpOfEveryCommandHasAnExample(final String command) {
        assertTrue(ok(Cli.run("policy", command, "--help")).out().contains("Example: gaitd policy " + command));
    }

    @Test
    void refusesNoCommandAndUnknownSignals() {
        assertTrue(Cli.run("policy").refusedWith(ExitCode.USAGE).contains("check, try, show, plot, import"));
        assertTrue(Cli.run("policy", "template", "--observe", "smell")
                .refusedWith(ExitCode.USAGE)
                .contains("smell"));
    }
}
