package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.kernel.Activation;
import gaitd.policies.plan.Plan;
import gaitd.policies.solver.Scheme;
import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "format = 1; format = 2; manifest.toml format: 2, this program reads 1",
                "name = \"small\"; name = \"Small one\"; name: 'Small one', expected 1 to 64 lower case",
                "name = \"small\"; name = 3; name: 3, expected a text",
                "\"RL_calf\"]; \"RL_calf\", \"tail\"]; joints: 13 names, expected 12",
                "\"FR_hip\", \"FR_thigh\"; \"FR_thigh\", \"FR_thigh\"; manifest.toml joints: FR_thigh FR_thigh FR_calf FL_hip",
                "\"FR_hip\", \"FR_thigh\"; \"FR_tail\", \"FR_thigh\"; the robot has FR_hip FR_thigh FR_calf FL_hip",
                "policy_hz = 100.0; policy_hz = 300.0; policy_hz: 300.0 does not divide tick_hz 500.0",
                "policy_hz = 100.0; policy_hz = 0.0; policy_hz: 0.0, expected a number from 1.0",
                "policy_hz = 100.0; policy_hz = nan; policy_hz: NaN, expected a number from 1.0",
                "tick_hz = 500.0; tick_hz = 400.0; tick_hz: 400.0, the control loop runs at 500.0",
                "seed = 7; seed = 7.5; seed: 7.5, expected a whole number",
                "seed = 7; luck = 7; [provenance] seed: is missing",
                "seed = 7; seed = 7%nluck = 7; [provenance]: line 45: unknown key 'luck'",
                "kp_nm_rad = 60.0; kp_nm_rad = 300; kp_nm_rad: FR_hip: 300.0, the robot takes 0.0 to 200.0",
                "kp_nm_rad = 60.0; kp_nm_rad = [1, 2]; kp_nm_rad: a list of 2, expected one number or a list of 12",
                "kd_nms_rad = 2.0; kd_nms_rad = \"2\"; kd_nms_rad: 2, expected one number",
                "kd_nms_rad = 2.0; kd_nms_rad = 20; kd_nms_rad: FR_hip: 20.0, the robot takes 0.0 to 10.0",
                "pose_rad = [0.0; pose_rad = [0.9; pose_rad: FR_hip: 0.9, the robot takes -0.802 to 0.802",
                "pose_rad = [0.0; pose_rad = [inf; pose_rad[0]: Infinity, expected a number from",
                "name = \"command\"; name = \"comand\"; [[observation]] 1 name: comand, expected one of joint_position, ",
                "name = \"command\"; name = \"gravity\"; there is no 'cell takes' finding",
                "size = 3; size = 2; [[observation]] 1 size: 2, command has 3 values",
                "size = 3; size = 3%nhistory = 0; [[observation]] 1 history: 0, expected a whole number from 1 to 100",
                "size = 3; size = 3%nhistory = 2%nhistory_order = \"new\"; history_order: new, expected one of oldest_first, newest_first",
                "size = 3; size = 3%nhistory_layout = 3; history_layout: 3, expected one of by_term, by_time",
                "size = 3; size = 3%nhistory = 2; observation: the list has 10 values, the cell takes 7",
                "size = 3; size = 3%nheading_gain_1_s = 9; heading_gain_1_s: 9, expected a number from 0.0 to 5.0",
                "size = 3; size = 3%nperiod_s = 1; unknown key 'period_s'",
                "name = \"command\"; name = \"clock_sin\"; [[observation]] 1 period_s: is missing",
                "kind = \"layers\"; kind = \"transformer\"; kind: 'transformer', expected ncps-ltc, ncps-cfc, ode, ct-gru, layers or graph",
                "type = \"dense\"; type = \"conv\"; type: conv, expected one of dense, lstm, gru",
                "activation = \"tanh\"; activation = \"softsign\"; activation: softsign, expected one of identity, tanh,",
                "in = 5; in = 6; [cell] [[layer]] 2 in: 6, the layer before gives 5",
                "out = 4; out = 3; action: the list has 4 values, the cell gives 3",
                "in = 7; in = 8; observation: the list has 7 values, the cell takes 8",
                "[rates]; [rates; manifest.toml: line 5: Unexpected end of line",
                "[rates]; [races]; rates: is missing",
                "clearance_m = 0.09; clearance_m = inf; [gait] clearance_m: Infinity, expected a number from",
                "clearance_m = 0.09; clearance_m = \"high\"; [gait] clearance_m: high, expected a number from",
                "clearance_m = 0.09; Clearance = 0.09; unknown key 'Clearance'",
                "[gait]; [gait.walk]; [gait] walk: a table, expected a number",
                "min = 1.0; min = 3.0; [[action]] 1 min: value 0, 3.0, is above max, 2.0",
            })
    void namesWhatIsWrong(final String from, final String to, final String expected) {
        final BundleFiles files = Examples.withManifest(from, to.replace("%n", "\n"));
        final String all = Examples.check(files).findings().toString();
        if (expected.startsWith("there is no")) {
            assertEquals("[]", all);
        } else {
            assertTrue(all.contains(expected), all);
        }
    }

    /** A list of angles by kind of joint where the joints are listed by leg, and more than one gain too large. */
    @Test
    void manyJointsBeyondTheirLimitsAreOneFindingThatNamesBothOrders() {
        final List<BundleFinding> findings = Examples.check(Examples.withManifest(text -> text.replaceFirst(
                                "pose_rad = .*", "pose_rad = [0, 0, 0, 0, 0.9, 0.9, 0.9, 0.9, -1.8, -1.8, -1.8, -1.8]")
                        .replaceFirst("kp_nm_rad = .*", "kp_nm_rad = 201.0")))
                .findings();
        assertEquals(2, findings.size(), findings::toString);
        assertEquals(
                "FR_hip: 201.0, the robot takes 0.0 to 200.0; 12 joints are beyond their limits",
                findings.getFirst().what());
        final String pose = findings.getLast().what();
        assertTrue(
                pose.contains(
                        "; joints are listed as FR_hip FR_thigh FR_calf FL_hip FL_thigh FL_calf RR_hip RR_thigh RR_calf"
                                + " RL_hip RL_thigh RL_calf, the values fit the order FR_hip FL_hip RR_hip RL_hip FR_thigh FL_thigh"),
                pose);
    }

    @Test
    void refusesASignalTwice() {
        final String finding = Examples.finding(
                Examples.withManifest(text -> text.replace("\"foot_contact\"\nsize = 4", "\"command\"\nsize = 3")
                        .replace("in = 7", "in = 6")
                        .replace("nothing", "")));
        assertTrue(finding.contains("[[observation]] 2 name: command is there twice"), finding);
    }

    @Test
    void refusesDeepNestingAndWhatIsNoText() {
        assertTrue(Examples.finding(Examples.withManifest("format = 1", "format = " + "[".repeat(30_000)))
                .contains("Nesting is too deep"));
        final BundleFiles files = Examples.files();
        final byte[] bytes = files.copy(BundlePart.MANIFEST);
        bytes[3] = (byte) 0xff;
        final BundleFiles wrong =
                BundleFiles.seal(bytes, files.bytes(BundlePart.WEIGHTS), files.bytes(BundlePart.GOLDEN));
        assertTrue(Examples.finding(wrong).contains("manifest.toml: is no text in UTF-8"));
    }

    @Test
    void keepsFindingsOnOneLine() {
        final String finding =
                Examples.finding(Examples.withManifest("format = 1", "format = 1\n\"a\\nb\\u001b[31m\" = 2"));
        assertEquals(1, finding.lines().count());
        assertTrue(finding.contains("unknown key 'a b [31m'"), finding);
    }

    @Test
    void lastActionIsAsLongAsTheActionList() {
        final Manifest manifest = Examples.manifest();
        final LayersFacts spec =
                new LayersFacts(List.of(new LayersFacts.Layer(LayersFacts.Type.DENSE, 4, 4, Activation.IDENTITY)));
        final Findings findings = new Findings();
        final Manifest read = ManifestText.read(
                ManifestText.write(new Manifest(
                        "m",
                        manifest.joints(),
                        50,
                        500,
                        List.of(Channel.uniform(ObservedSignal.LAST_ACTION, 4, 1, -1, 1)),
                        manifest.actions(),
                        manifest.posture(),
                        Manifest.ANY_GAIT,
                        spec,
                        manifest.provenance())),
                findings);
        findings.throwIfAny();
        assertEquals(4, read.observations().getFirst().size());
    }

    /** Histories, a clock, a held heading, and one signal both with and without a history. */
    @Test
    void factsOfTermsComeBackAsTheyWereWritten() {
        final Manifest manifest = Examples.manifest();
        final TermFacts six = new TermFacts(6, HistoryOrder.NEWEST_FIRST, HistoryLayout.BY_TIME, 0, List.of(), 0);
        final TermFacts clock =
                new TermFacts(1, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, 0.4, List.of(0.0, 0.5), 0);
        final TermFacts held = new TermFacts(1, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, 0, List.of(), 1.5);
        final List<Channel<ObservedSignal>> observed = List.of(
                Channel.uniform(ObservedSignal.GRAVITY, 3, 1, -1, 1).with(six),
                Channel.uniform(ObservedSignal.GRAVITY, 3, 1, -1, 1),
                Channel.uniform(ObservedSignal.COMMAND, 3, 1, -1, 1).with(held),
                Channel.uniform(ObservedSignal.CLOCK_SIN, 2, 1, -1, 1).with(clock),
                Channel.uniform(ObservedSignal.CONSTANT, 2, 0.3, -1, 1));
        final LayersFacts spec =
                new LayersFacts(List.of(new LayersFacts.Layer(LayersFacts.Type.DENSE, 28, 4, Activation.IDENTITY)));
        final Findings findings = new Findings();
        final Manifest read = ManifestText.read(
                ManifestText.write(new Manifest(
                        "m",
                        manifest.joints(),
                        50,
                        500,
                        observed,
                        manifest.actions(),
                        manifest.posture(),
                        Manifest.ANY_GAIT,
                        spec,
                        manifest.provenance())),
                findings);
        findings.throwIfAny();
        assertEquals(
                observed.stream().map(Channel::facts).toList(),
                read.observations().stream().map(Channel::facts).toList());
        assertEquals(28, Manifest.size(read.observations()));
    }

    static List<CellFacts> specs() {
        return List.of(
                new LtcFacts(8, 3, 2, 6, 1e-8, true, Mapping.AFFINE, Mapping.NONE, true, 1),
                new CfcFacts(
                        7,
                        12,
                        5,
                        CfcSpec.Mode.NO_GATE,
                        List.of(),
                        2,
                        32,
                        Activation.LECUN_TANH,
                        true,
                        true,
                        false,
                        0.01),
                new CfcFacts(
                        7, 24, 4, CfcSpec.Mode.PURE, List.of(12, 8, 4), 0, 0, Activation.TANH, false, false, false, 1),
                new OdeFacts(OdeKind.LTC, Activation.SIGMOID, 7, 16, 4, true, Scheme.RK4, 2, 0.01),
                new LayersFacts(List.of(
                        new LayersFacts.Layer(LayersFacts.Type.LSTM, 7, 16, Activation.IDENTITY),
                        new LayersFacts.Layer(LayersFacts.Type.GRU, 16, 16, Activation.IDENTITY),
                        new LayersFacts.Layer(LayersFacts.Type.DENSE, 16, 4, Activation.ELU))),
                new CtGruFacts(7, 12, 8, 0.01, 4, 0.02),
                graph());
    }

    /** Every kind of step. */
    private static GraphFacts graph() {
        return new GraphFacts(new Plan(
                7,
                4,
                4,
                57,
                53,
                35,
                List.of(
                        new PlanStep.Affine("a", 0, 7, 11, 8, 1),
                        new PlanStep.Map(PlanFunction.TANH, 0, 0, 11, 11, 8),
                        new PlanStep.Map(PlanFunction.LEAKY_RELU, 0.1, 0, 11, 19, 8),
                        new PlanStep.Constant("c", 27, 4),
                        new PlanStep.Combine(PlanOperator.ADD, 7, 27, 31, 4),
                        new PlanStep.Combine(PlanOperator.MULTIPLY, 31, 19, 35, 4),
                        new PlanStep.Reduce(PlanReduction.L2, 19, 39, 2, 4),
                        new PlanStep.Copy(39, 0, 41, 2),
                        new PlanStep.Copy(40, -1, 43, 2),
                        new PlanStep.Affine("b", 31, 4, 45, 4, 2),
                        new PlanStep.Combine(PlanOperator.DIVIDE, 45, 41, 53, 4))));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyCellSurvivesWritingAndReading(final CellFacts spec) {
        final Findings findings = new Findings();
        final TomlText text = new TomlText().table("[cell]");
        spec.write(text);
        final TomlView cell = TomlReader.parse(text.toString(), "x", findings).table("cell");
        assertEquals(spec, CellFacts.read(cell));
        cell.end();
        assertEquals(List.of(), findings.list());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "6; combine divide 45; combine divided 45; steps: 'combine divided 45 41 53 4', expected affine NAME",
                "6; combine divide 45 41; combine divide 54 41; leaves the array",
                "6; reduce l2 19 39 2 4; reduce l2 19 39 2; steps: 'reduce l2 19 39 2', expected affine NAME",
                "6; memory = 57; memory = 56; outputs at 53 and next state at 35 of an array of 56",
                "0; outputs = 2; outputs = 9; outputs: 9 are more than the 8 units",
                "0; input_mapping = \"affine\"; input_mapping = \"square\"; input_mapping: square, expected one of none, linear, affine",
                "0; implicit_param_constraints = true; implicit_param_constraints = 1; expected true or false",
                "1; projection = true; projection = false; outputs: 5, without projection the cell has 12",
                "1; backbone_units = 32; backbone_units = 0; backbone_units: 0, expected at least 1 for 2 layers",
                "1; mode = \"no_gate\"; mode = \"gate\"; mode: gate, expected one of default, no_gate, pure",
                "2; layer_sizes = [12, 8, 4]; layer_sizes = [12, 8]; layer_sizes: [12, 8], expected 3 sizes that add up",
                "2; layer_sizes = [12, 8, 4]; layer_sizes = [12, 8, 0]; layer_sizes[2]: 0, expected a whole number",
                "2; backbone_layers = 0; backbone_layers = 1; backbone_layers: 1, a wired cell has 0",
                "3; gate = \"sigmoid\"; gate = \"relu\"; gate: relu, expected tanh or sigmoid",
                "5; scales = 8; scales = 0; scales: 0, expected a whole number",
                "5; shortest = 0.01; shortest = 0; shortest: 0",
                "4; type = \"lstm\"; type = \"lstm\"%nactivation = \"tanh\"; defined",
                "4; activation = \"identity\"; activation = \"tanh\"; activation: tanh, a memory layer has none",
            })
    void namesFactsThatContradict(final int spec, final String from, final String to, final String expected) {
        final TomlText text = new TomlText().table("[cell]");
        specs().get(spec).write(text);
        assertTrue(text.toString().contains(from), text.toString());
        final Findings findings = new Findings();
        final TomlView view = TomlReader.parse(text.toString().replace(from, to.replace("%n", "\n")), "x", findings);
        if (view != null) {
            CellFacts.read(view.table("cell"));
        }
        assertTrue(findings.list().toString().contains(expected), findings.list()::toString);
    }

    @Test
    void writesOneNumberForEqualOnes() {
        final String text = new String(ManifestText.write(Examples.manifest()), StandardCharsets.UTF_8);
        assertTrue(text.contains("kp_nm_rad = 60.0\n"), text);
        assertArrayEquals(
                Examples.fill(12, 60),
                Examples.check(Examples.files()).bundle().manifest().posture().kp());
    }

    @Test
    void quotesEveryCharacter() {
        final TomlText text = new TomlText().put("a", "say \"x\\y\"\n\u0001\u007fä");
        final Findings findings = new Findings();
        assertEquals(
                "say \"x\\y\"\n\u0001\u007fä",
                TomlReader.parse(text.toString(), "x", findings).text("a"));
    }
}
