package gaitd.lab.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.FactsException;
import gaitd.runtime.config.Config;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing, contradicts itself or is not known is one line; nothing is guessed. */
class HeadRefusalsTest {
    private static final String NAMES =
            "FL_hip_joint,FL_thigh_joint,FL_calf_joint,FR_hip_joint,FR_thigh_joint,FR_calf_joint,"
                    + "RL_hip_joint,RL_thigh_joint,RL_calf_joint,RR_hip_joint,RR_thigh_joint,RR_calf_joint";
    private static final String OBSERVED = "base_ang_vel,projected_gravity,command,joint_pos,joint_vel,actions";

    private static Map<String, String> metadata(final String... changed) {
        final Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("run_path", "somewhere");
        metadata.put("joint_names", NAMES);
        metadata.put(
                "joint_stiffness",
                "22.000,23.000,31.000,21.000,25.000,26.000,30.000,29.000,32.000,27.000,28.000,24.000");
        metadata.put("joint_damping", "0.500,0.500,0.500,0.500,0.500,0.500,0.500,0.500,0.500,0.500,0.500,0.500");
        metadata.put(
                "default_joint_pos", "0.100,0.800,-1.500,-0.100,0.800,-1.500,0.100,1.000,-1.500,-0.100,1.000,-1.500");
        metadata.put("command_names", "twist");
        metadata.put("observation_names", OBSERVED);
        metadata.put("action_scale", "0.25");
        for (int i = 0; i < changed.length; i += 2) {
            if (changed[i + 1] == null) {
                metadata.remove(changed[i]);
            } else {
                metadata.put(changed[i], changed[i + 1]);
            }
        }
        return metadata;
    }

    private static String refusal(
            final Map<String, String> set,
            final Map<String, String> metadata,
            final String family,
            final int inputs,
            final String... files) {
        final String line = assertThrows(
                        FactsException.class, () -> WrittenHead.of(set, metadata, family, inputs, files))
                .getMessage();
        assertFalse(line.contains("\n"), line);
        return line;
    }

    private static String yaml(final String text) {
        final HeadSources sources = new HeadSources(Map.of());
        final String line = assertThrows(FactsException.class, () -> {
                    sources.yaml("their.yaml", text);
                    sources.write("test", null, 45, Config.defaults());
                })
                .getMessage();
        assertFalse(line.contains("\n"), line);
        return line;
    }

    @Test
    void modelsTellOfThemselves() {
        final WrittenHead head = WrittenHead.of(Map.of(), metadata(), "mjlab", 45);
        assertEquals("FL_hip_joint", head.texts("joints").getFirst());
        assertArrayEquals(new double[] {22, 23, 31}, Arrays.copyOf(head.numbers("posture.kp_nm_rad"), 3));
        assertEquals("command", head.signals().get(2));
        assertTrue(head.lines.contains("action_scale = 0.25: metadata action_scale"), head.lines::toString);
        assertTrue(head.lines.contains("scale = 1: assumed, mjlab's tasks of velocity"), head.lines::toString);
    }

    @Test
    void whatNothingTellsIsAskedForByName() {
        final String all = refusal(Map.of(), Map.of(), null, 45);
        assertTrue(
                all.contains("--set joints=... --set policy_hz=... --set kp=... --set kd=... --set pose_rad=..."), all);
        final String some = refusal(Map.of(), metadata(), null, 45);
        assertTrue(some.startsWith("nothing tells policy_hz (rate of the network, Hz); scale ("), some);
        assertTrue(some.contains("give --set policy_hz=... --set scale=..., --with a file"), some);
        final String order = refusal(Map.of(), metadata("joint_names", null), "mjlab", 45);
        assertTrue(order.startsWith("nothing tells joints (12 names in the order of the network"), order);
        assertEquals(
                50,
                WrittenHead.of(Map.of("policy_hz", "50", "scale", "1"), metadata(), null, 45)
                        .number("rates.policy_hz"));
    }

    @Test
    void filesThatTellDifferentThingsAreRefusedUntilOneIsSet() {
        final String kp = refusal(Map.of(), metadata("joint_stiffness", "25"), null, 45, "deploy.yaml");
        assertTrue(kp.startsWith("joints is by_kind") || kp.startsWith("joints is FL_hip FR_hip"), kp);
        assertTrue(kp.endsWith("--set joints=... decides"), kp);
        final String byKind =
                "FL_hip,FR_hip,RL_hip,RR_hip,FL_thigh,FR_thigh,RL_thigh,RR_thigh,FL_calf,FR_calf,RL_calf,RR_calf";
        final String gains = refusal(
                Map.of(),
                metadata(
                        "joint_names", byKind,
                        "joint_stiffness", "25",
                        "default_joint_pos", "0.1,-0.1,0.1,-0.1,0.8,0.8,1,1,-1.5,-1.5,-1.5,-1.5"),
                null,
                45,
                "deploy.yaml");
        assertTrue(
                gains.startsWith(
                        "kp is 24 21 30 27 25 22 31 28 26 23 32 29 by deploy.yaml stiffness and 25 by metadata"),
                gains);
        assertTrue(gains.endsWith(": --set kp=... decides"), gains);
        assertEquals(
                33,
                WrittenHead.of(
                                Map.of("kp", "33", "joints", "by_kind,FL,FR,RL,RR", "pose_rad", "0,0.8,-1.5"),
                                metadata("joint_stiffness", "25"),
                                null,
                                45,
                                "deploy.yaml")
                        .number("posture.kp_nm_rad"));
    }

    /** A model that rounds to three digits and a file that does not agree. */
    @Test
    void roundedNumbersAgree() {
        final WrittenHead head = WrittenHead.of(
                Map.of(),
                metadata(
                        "joint_names",
                                "FL_hip,FR_hip,RL_hip,RR_hip,FL_thigh,FR_thigh,RL_thigh,RR_thigh,FL_calf,FR_calf,RL_calf,RR_calf",
                        "joint_stiffness", "24.001,21,30,27,25,22,31,28,26,23,32,28.999",
                        "default_joint_pos", "0.1,-0.1,0.1,-0.1,0.8,0.8,1,1,-1.5,-1.5,-1.5,-1.5"),
                null,
                45,
                "deploy.yaml");
        assertEquals(24, head.numbers("posture.kp_nm_rad")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kq|20|expected one of joints, policy_hz, kp",
                "scale.smell|20|expected one of joints, policy_hz, kp",
                "kp|x|kp: 'x' is no number",
                "kp|inf|kp: 'inf' is no number",
                "kp|1,2|kp has 2 values (--set), expected 1, 3 (hip, thigh, calf) or 12",
                "kp|FL.*:1|kp of FR_hip_joint is not told (--set)",
                "kp|FL.*:1,.*:2|kp of FL_hip_joint is 1.0 and 2.0 (--set)",
                "kp|[:1|kp: '[' is no pattern of names",
                "policy_hz|60|policy_hz (--set): 60.0 does not divide tick_hz 500.0; the next that does is 62.5",
                "policy_hz|0|policy_hz (--set): 0.0 is no rate",
                "joints|by_leg,FL,FR,RL,XX|joints are FL_hip FL_thigh FL_calf FR_hip FR_thigh FR_calf RL_hip RL_thigh RL_calf XX_hip"
                        + " XX_thigh XX_calf (--set); the robot has FR_hip",
                "pose_rad|0,0.8,0.5|pose_rad of FL_calf_joint is 0.5, this robot takes",
                "observe|smell|observe: 'smell' is no signal; expected some of joint_position",
                "observe|gravity,command|the network takes 45 inputs, the list gravity,command (--set) has 6",
                "history|2|the network takes 45 inputs, the list",
                "history|0|history is 0 (--set), expected 1 to 100 steps",
                "period_s|0.5|--set period_s has no effect on this policy",
                "scale.command|1,2|scale.command has 2 values (--set), expected 1 or 3",
            })
    void valuesThatAreSetAreChecked(final String key, final String value, final String words) {
        final String line = refusal(Map.of(key, value), metadata(), "mjlab", 45);
        assertTrue(line.contains(words), line);
    }

    @Test
    void historiesNeedAnOrder() {
        final String line = refusal(Map.of("policy_hz", "50", "scale", "1"), metadata(), null, 90);
        assertTrue(
                line.startsWith("nothing tells history_order (oldest_first or newest_first); history_layout ("), line);
        final String word = refusal(
                Map.of("policy_hz", "50", "scale", "1", "history_order", "new", "history_layout", "by_time"),
                metadata(),
                null,
                90);
        assertTrue(word.contains("history_order is 'new' (--set), expected oldest_first or newest_first"), word);
    }

    @Test
    void termsAndFamiliesThatAreNotKnownAreNamed() {
        final String term = refusal(Map.of(), metadata("observation_names", "height_scan,command"), "mjlab", 45);
        assertTrue(term.startsWith("observation 'height_scan' (metadata observation_names) is not known"), term);
        final String family = refusal(Map.of(), metadata(), "spot", 45);
        assertTrue(family.startsWith("--like spot: expected one of legged-gym, isaac-lab, rl-sar"), family);
        final String twice = refusal(Map.of(), Map.of(), "rl-sar", 45, "rl-sar-config.yaml", "rl-sar-isaacsim.yaml");
        assertTrue(twice.startsWith("rl-sar-isaacsim.yaml: a second file of a policy"), twice);
    }

    @Test
    void filesThatAreNotKnownOrHostile() {
        assertTrue(yaml("a: [1, 2").startsWith("their.yaml: it is no YAML: "));
        assertTrue(yaml("just a text").startsWith("their.yaml: it has no keys at its top"));
        assertTrue(yaml("").startsWith("their.yaml: it has no keys at its top"));
        assertTrue(yaml("a: 1\nb: 2").startsWith("their.yaml: its names are of no file that is known"));
        assertTrue(yaml("? [1, 2]\n: 3").contains("their.yaml: "));
        assertTrue(yaml("a: &a [1]\nb: [%s]".formatted("*a, ".repeat(60))).startsWith("their.yaml: it is no YAML: "));
        assertTrue(yaml("a: &x [*x]").startsWith("their.yaml: "));
        final StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 6; i++) {
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        assertTrue(
                yaml(bomb.toString()).startsWith("their.yaml: more than 100000 values"), () -> yaml(bomb.toString()));
        assertTrue(yaml("[".repeat(60_000)).startsWith("their.yaml: more than"), () -> yaml("[".repeat(60_000)));
        assertTrue(yaml("a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]")
                .startsWith("their.yaml: its names are of no file"));
        assertTrue(yaml("joint_ids_map: [99, 1]\nstep_dt: 0.03\n").startsWith("nothing tells kp ("));
    }
}
