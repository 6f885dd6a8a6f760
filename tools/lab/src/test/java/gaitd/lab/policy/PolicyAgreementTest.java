package gaitd.lab.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one of template, import, check and run refuses of a manifest, the others refuse with the same words. */
class PolicyAgreementTest {
    private static final int SIZE = 12;
    private static final double BEYOND = 1e-5;

    @TempDir
    Path folder;

    private int files;

    private Path file(final String ending) {
        return folder.resolve(files++ + ending);
    }

    private static Cli cli(final List<String> more, final String... args) {
        final List<String> all = new ArrayList<>(List.of(args));
        all.addAll(more);
        return Cli.run(all.toArray(String[]::new));
    }

    private static String template(final String act) {
        final Cli cli = Cli.run("policy", "template", "--policy-hz", "50", "--observe", "joint_offset", "--act", act);
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        return cli.out();
    }

    private Cli imported(final String head, final int outputs, final Path out, final List<String> more)
            throws IOException {
        final Path model = Files.write(file(".onnx"), TinyModel.onnx(SIZE, outputs, Map.of()));
        final Path manifest = Files.writeString(file(".toml"), head);
        return cli(
                more, "policy", "import", model.toString(), "--manifest", manifest.toString(), "--out", out.toString());
    }

    /** The bundle of a manifest that import may refuse: with the parts of a bundle that it takes. */
    private Path sealed(final String head, final int outputs) throws IOException {
        final Path good = file("");
        final String act = outputs == SIZE ? "joint_offset" : "joint_offset,joint_offset_rate";
        final Cli made = imported(template(act), outputs, good, List.of());
        assertEquals(ExitCode.OK, made.code(), made::toString);
        final BundleFiles parts = BundleStore.read(good);
        final String manifest = new String(parts.copy(BundlePart.MANIFEST), StandardCharsets.UTF_8);
        final String whole = head + "\n" + manifest.substring(manifest.indexOf("[provenance]"));
        final Path bundle = file(".zip");
        BundleStore.write(
                BundleFiles.seal(
                        whole.getBytes(StandardCharsets.UTF_8),
                        parts.copy(BundlePart.WEIGHTS),
                        parts.copy(BundlePart.GOLDEN)),
                bundle);
        return bundle;
    }

    private void refused(final String head, final int outputs, final String words, final String... options)
            throws IOException {
        final List<String> more = List.of(options);
        final String bundle = sealed(head, outputs).toString();
        final Cli checked = cli(more, "policy", "check", bundle);
        assertEquals(ExitCode.FAILED, checked.code(), checked::toString);
        final String finding = checked.out()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst("^FAILED ", "")
                .replace(bundle + ": ", "");
        assertTrue(finding.contains(words), finding);
        final String run = cli(more, "run", "--lockstep", "--no-view", "--seconds", "1", "--policy", bundle)
                .refusedWith(ExitCode.USAGE);
        assertTrue(run.contains(finding), () -> run + "\n" + finding);
        final Cli made = imported(head, outputs, file(".zip"), more);
        final String told =
                made.code() == ExitCode.OK ? String.join(" ", made.errors()) : made.refusedWith(ExitCode.FAILED);
        assertTrue(told.contains(finding), () -> told + "\n" + finding);
    }

    /** The last list of a name in a head, with one value moved. */
    private static String moved(final String head, final String name, final int value, final double by) {
        final int from = head.lastIndexOf("\n" + name + " = ") + name.length() + 4;
        final int to = head.indexOf('\n', from);
        final String[] words =
                head.substring(from, to).replaceAll("[\\[\\]]", "").split(", ", -1);
        final String[] all = new String[SIZE];
        Arrays.setAll(all, i -> words[words.length == 1 ? 0 : i]);
        all[value] = Double.toString(Double.parseDouble(all[value]) + by);
        return head.substring(0, from) + Arrays.toString(all) + head.substring(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"joint_target", "joint_offset"})
    void boundsBeyondTheRobotsAtEachJointAndEnd(final String act) throws IOException {
        final String head = template(act);
        for (int joint = 0; joint < SIZE; joint++) {
            refused(moved(head, "min", joint, -BEYOND), SIZE, act + " may go from ");
            refused(moved(head, "max", joint, BEYOND), SIZE, act + " may go from ");
        }
    }

    @Test
    void gainsBeyondTheRobotsAtEachJoint() throws IOException {
        final String head = template("joint_target");
        final String fit = head.replaceFirst("kp_nm_rad = .*", "kp_nm_rad = 200.0")
                .replaceFirst("kd_nms_rad = .*", "kd_nms_rad = 10.0");
        taken(fit);
        for (int joint = 0; joint < SIZE; joint++) {
            refused(moved(fit, "kp_nm_rad", joint, BEYOND), SIZE, "kp_nm_rad: ");
            refused(moved(fit, "kd_nms_rad", joint, BEYOND), SIZE, "kd_nms_rad: ");
        }
    }

    private void taken(final String head, final String... options) throws IOException {
        final Path bundle = file(".zip");
        final Cli made = imported(head, SIZE, bundle, List.of(options));
        assertEquals(ExitCode.OK, made.code(), made::toString);
        assertEquals(List.of(), made.errors());
        final Cli checked = cli(List.of(options), "policy", "check", bundle.toString());
        assertEquals(ExitCode.OK, checked.code(), checked::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joint_target",
                "joint_offset",
                "oscillator_amplitude_offset,oscillator_frequency_offset,oscillator_heading_offset"
            })
    void whatTheTemplatePrintsIsTaken(final String act) throws IOException {
        final String head = template(act);
        assertFalse(head.matches("(?s).*\\.[0-9]{10,}.*"), head);
        taken(head);
    }

    /** A robot with limits of its own: the template keeps within them, and what others print is refused by all. */
    @Test
    void limitsOfAConfiguration() throws IOException {
        final String config = Files.writeString(file(".toml"), """
                        gait.stance_kp_nm_rad = 40
                        gait.swing_kp_nm_rad = 40
                        gait.stance_kd_nms_rad = 1
                        safety.kp_max_nm_rad = 50
                        safety.kd_max_nms_rad = 1
                        policy.target_max_rad = 0.5
                        loop.rate_hz = 400
                        """).toString();
        final Cli cli = Cli.run(
                "policy",
                "template",
                "--config",
                config,
                "--policy-hz",
                "50",
                "--observe",
                "joint_offset",
                "--act",
                "joint_target");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        taken(cli.out(), "--config", config);
        refused(
                cli.out().replaceFirst("kp_nm_rad = .*", "kp_nm_rad = 50.1"),
                SIZE,
                "kp_nm_rad: FR_hip: 50.1",
                "--config",
                config);
        refused(
                template("joint_target").replaceFirst("kp_nm_rad = .*", "kp_nm_rad = 50.0"),
                SIZE,
                "the control loop runs at 400",
                "--config",
                config);
        refused(moved(cli.out(), "max", 4, BEYOND), SIZE, "policy.target_max_rad = 0.5", "--config", config);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "policy_hz = 50.0|policy_hz = 60.0|60.0 does not divide tick_hz 500.0; the next that does is 62.5",
                "tick_hz = 500.0|tick_hz = 1000.0|1000.0, the control loop runs at 500.0",
                "\"FR_hip\", |\"FR_tail\", |joints: FR_tail FR_thigh FR_calf FL_hip FL_thigh FL_calf RR_hip RR_thigh RR_calf RL_hip"
                        + " RL_thigh RL_calf; the robot has FR_hip FR_thigh FR_calf FL_hip",
                "\"FR_hip\", |\"FR_thigh\", |name each of them once, in the order of the policy's lists",
                "\"FR_hip\", ||joints: 11 names, expected 12",
                "pose_rad = \\[.*|pose_rad = [0, 0, 0, 0, 0.9, 0.9, 0.9, 0.9, -1.8, -1.8, -1.8, -1.8]|the values fit the order FR_hip FL_hip",
                "name = \"joint_target\"|name = \"joint_aim\"|joint_aim, expected one of joint_target",
                "size = 12|size = 11|size: 11, joint_offset has 12 values",
                "name = \"joint_offset\"|name = \"residual\"|residual rests while joint_target moves the legs",
                "\\[\\[observation|[gait]%nvx_max_m_s = 2.0%n%n[[observation|vx_max_m_s",
                "\\[\\[observation|[gait]%nmagic = 2.0%n%n[[observation|'magic' is no setting of the walk",
                "scale = 1.0|scale = nan|scale: NaN, expected a number",
            })
    void otherFaults(final String from, final String to, final String words) throws IOException {
        final String head = template("joint_target");
        final String wrong = head.replaceFirst(
                from, java.util.regex.Matcher.quoteReplacement(to == null ? "" : to.replace("%n", "\n")));
        assertFalse(wrong.equals(head), head);
        refused(wrong, SIZE, words);
    }

    @Test
    void targetsOfJointsBesideAnotherAction() throws IOException {
        final String other = template("joint_offset");
        final String two = template("joint_target") + other.substring(other.indexOf("\n[[action]]"));
        refused(two, 2 * SIZE, "joint_target moves the legs in place of the walk and has to be alone");
    }
}
