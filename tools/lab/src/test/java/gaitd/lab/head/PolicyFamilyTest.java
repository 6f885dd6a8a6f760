package gaitd.lab.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.FactsException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Manifests from files in the shape of each family's. */
class PolicyFamilyTest {
    private static final List<String> BY_LEG = List.of(
            "FL_hip",
            "FL_thigh",
            "FL_calf",
            "FR_hip",
            "FR_thigh",
            "FR_calf",
            "RL_hip",
            "RL_thigh",
            "RL_calf",
            "RR_hip",
            "RR_thigh",
            "RR_calf");
    private static final List<String> BY_KIND = List.of(
            "FL_hip",
            "FR_hip",
            "RL_hip",
            "RR_hip",
            "FL_thigh",
            "FR_thigh",
            "RL_thigh",
            "RR_thigh",
            "FL_calf",
            "FR_calf",
            "RL_calf",
            "RR_calf");

    private static WrittenHead head(final String family, final int inputs, final String... files) {
        return WrittenHead.of(Map.of(), Map.of(), family, inputs, files);
    }

    @Test
    void rlSarHasARobotAndAPolicyInEitherOrder() {
        for (final String[] files :
                new String[][] {{"rl-sar-base.yaml", "rl-sar-config.yaml"}, {"rl-sar-config.yaml", "rl-sar-base.yaml"}
                }) {
            final WrittenHead head = head("rl-sar", 135, files);
            assertEquals(BY_LEG.stream().map(name -> name + "_joint").toList(), head.texts("joints"));
            assertEquals(50, head.number("rates.policy_hz"));
            assertArrayEquals(
                    new double[] {30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41}, head.numbers("posture.kp_nm_rad"));
            assertArrayEquals(
                    new double[] {0, 0.7, -1.4, 0, 0.7, -1.4, 0, 0.7, -1.4, 0, 0.7, -1.4},
                    head.numbers("posture.pose_rad"));
            assertEquals(
                    List.of("command", "angular_velocity", "gravity", "joint_offset", "joint_velocity", "last_action"),
                    head.signals());
            assertEquals(3, head.number("observation[0].history"));
            assertEquals("newest_first", head.text("observation[0].history_order"));
            assertEquals("by_term", head.text("observation[5].history_layout"));
            assertArrayEquals(new double[] {2, 2, 0.25}, head.numbers("observation[0].scale"));
            assertEquals(50, head.number("observation[0].max"));
            assertArrayEquals(new double[] {-0.2, -0.6, -0.8}, Arrays.copyOf(head.numbers("action[0].min"), 3), 1e-12);
            assertTrue(
                    head.lines.contains(
                            "action_min = -2 -3 -4 -2 -3 -4 -2 -3 -4 -2 -3 -4: rl-sar-config.yaml dog/test.clip_actions_lower"),
                    head.lines::toString);
            assertEquals(-2, head.numbers("observation[5].min")[0], "the last action is observed within its limits");
        }
    }

    @Test
    void rlSarOfIsaacSimHasTheJointsByKind() {
        final WrittenHead head = head("rl-sar", 45, "rl-sar-isaacsim.yaml");
        assertEquals(BY_KIND, head.texts("joints"));
        assertArrayEquals(
                new double[] {11, 21, 31, 41, 12, 22, 32, 42, 13, 23, 33, 43}, head.numbers("posture.kp_nm_rad"));
        assertArrayEquals(
                new double[] {0.1, -0.1, 0.1, -0.1, 0.8, 0.8, 1, 1, -1.5, -1.5, -1.5, -1.5},
                head.numbers("posture.pose_rad"));
        assertArrayEquals(
                new double[] {0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5},
                head.numbers("action[0].scale"));
    }

    @Test
    void isaacLabHasPatternsOfNamesAndFunctionsOfTerms() {
        final WrittenHead head = head("isaac-lab", 57, "isaac-lab-env.yaml");
        assertEquals(BY_KIND, head.texts("joints"));
        assertArrayEquals(
                new double[] {0.1, -0.1, 0.1, -0.1, 0.8, 0.8, 1, 1, -1.5, -1.5, -1.5, -1.5},
                head.numbers("posture.pose_rad"));
        assertArrayEquals(
                new double[] {25, 25, 25, 25, 25, 25, 25, 25, 40, 40, 40, 40}, head.numbers("posture.kp_nm_rad"));
        assertEquals(
                List.of("angular_velocity", "gravity", "command", "joint_position", "joint_velocity", "last_action"),
                head.signals());
        assertEquals(0.5, head.number("observation[0].scale"));
        assertEquals(5, head.number("observation[0].max"), "their limit of 10 counts before the scale");
        assertEquals(2, head.number("observation[3].history"));
        assertEquals("by_term", head.text("observation[3].history_layout"));
        assertEquals(0.125, head.numbers("action[0].scale")[0]);
    }

    /** Of mjlab the model tells of joints, and the task's settings of rate and observations. */
    @Test
    void mjlabNamesFunctionsByTagsAndSensorsByTerms() {
        final WrittenHead head = WrittenHead.of(
                Map.of(),
                Map.of(
                        "joint_names", String.join(",", BY_LEG),
                        "joint_stiffness", "25",
                        "joint_damping", "0.5",
                        "default_joint_pos", "0,0.9,-1.8,0,0.9,-1.8,0,0.9,-1.8,0,0.9,-1.8",
                        "observation_names", "base_ang_vel,projected_gravity,joint_pos,joint_vel,actions,command",
                        "action_scale", "0.5"),
                null,
                45,
                "mjlab-env.yaml");
        assertEquals(BY_LEG, head.texts("joints"));
        assertEquals(100, head.number("rates.policy_hz"));
        assertEquals(
                List.of("angular_velocity", "gravity", "joint_offset", "joint_velocity", "last_action", "command"),
                head.signals());
        assertEquals(0.1, head.number("observation[3].scale"));
        assertEquals(0.5, head.number("action[0].scale"));
    }

    @Test
    void deploymentFilesHaveGainsByMotor() {
        for (final String family : new String[] {"unitree-rl-lab", "mjlab", null}) {
            final WrittenHead head = head(family, 45, "deploy.yaml");
            assertEquals(BY_KIND, head.texts("joints"));
            assertArrayEquals(
                    new double[] {24, 21, 30, 27, 25, 22, 31, 28, 26, 23, 32, 29}, head.numbers("posture.kp_nm_rad"));
            assertArrayEquals(
                    new double[] {0.1, -0.1, 0.1, -0.1, 0.8, 0.8, 1, 1, -1.5, -1.5, -1.5, -1.5},
                    head.numbers("posture.pose_rad"));
            assertArrayEquals(
                    new double[] {0.1, -0.1, 0, 0}, Arrays.copyOf(head.numbers("action[0].offset"), 4), 1e-12);
            assertEquals(
                    -0.1,
                    head.numbers("action[0].min")[8],
                    1e-12,
                    "their limit of -1.6 counts from 0, not from the pose");
            assertEquals(0.05, head.number("observation[4].scale"));
            assertEquals(5, head.number("observation[4].max"));
        }
    }

    @Test
    void leggedGymHasNamesThatAreContained() {
        final WrittenHead head = head("legged-gym", 48, "legged-gym.yaml");
        assertEquals(BY_LEG, head.texts("joints"));
        assertEquals(50, head.number("rates.policy_hz"));
        assertEquals(22, head.number("posture.kp_nm_rad"));
        assertEquals(0.7, head.number("posture.kd_nms_rad"));
        assertEquals(1.0, head.numbers("posture.pose_rad")[7]);
        assertEquals("linear_velocity", head.signals().getFirst());
        assertEquals(2, head.number("observation[0].scale"));
        assertEquals(90, head.number("observation[0].max"));
        assertEquals(10, head.number("observation[6].max"));
        assertEquals(0.3, head.number("action[0].scale"));
    }

    @Test
    void walkTheseWaysHasHipsThatMoveHalfAsFar() {
        final WrittenHead head = WrittenHead.of(
                Map.of("observe", "gravity,command,joint_offset,joint_velocity,last_action"),
                Map.of(),
                "walk-these-ways",
                84,
                "walk-these-ways.yaml");
        assertEquals(BY_LEG, head.texts("joints"));
        assertArrayEquals(new double[] {0.125, 0.25, 0.25}, Arrays.copyOf(head.numbers("action[0].scale"), 3));
        assertEquals(2, head.number("observation[0].history"));
        assertEquals("by_time", head.text("observation[0].history_layout"));
        assertTrue(
                head.lines.contains("history = 2: the network takes 84 inputs, the list has 42"), head.lines::toString);
    }

    @Test
    void walkTheseWaysObservesThirtyStepsOfSeventyValues() {
        final WrittenHead head = WrittenHead.of(
                Map.of("scale.constant", "0,3,0.5,0,0,0.5,0.012,0,0,0.25,0.4,0"),
                Map.of(),
                "walk-these-ways",
                2100,
                "walk-these-ways.yaml");
        assertEquals(
                List.of(
                        "gravity",
                        "command",
                        "constant",
                        "joint_offset",
                        "joint_velocity",
                        "last_action",
                        "previous_action",
                        "clock_sin"),
                head.signals());
        assertEquals(30, head.number("observation[7].history"));
        assertEquals(12, head.number("observation[6].size"));
        assertArrayEquals(new double[] {0.5, 0, 0, 0.5}, head.numbers("observation[7].phase"));
        assertTrue(assertThrows(FactsException.class, () -> head("walk-these-ways", 2100, "walk-these-ways.yaml"))
                .getMessage()
                .startsWith("nothing tells the values of constant in the list (assumed, walk-these-ways' Go1"));
    }

    @Test
    void playgroundTellsFourValuesAndTheRestIsAssumed() {
        final WrittenHead head = head("mujoco-playground", 48, "mujoco-playground.yaml");
        assertEquals("FR_hip", head.texts("joints").getFirst());
        assertEquals(36, head.number("posture.kp_nm_rad"));
        assertEquals(0.4, head.number("action[0].scale"));
        assertEquals("command", head.signals().getLast());
        assertTrue(head.lines.contains("kp = 36: mujoco-playground.yaml Kp"), head.lines::toString);
        assertTrue(head.lines.contains("policy_hz = 50.0: mujoco-playground.yaml ctrl_dt"), head.lines::toString);
        assertTrue(
                head.lines.stream()
                        .anyMatch(line -> line.startsWith("pose_rad = 0.1 0.9 -1.8 -0.1 0.9 -1.8 ")
                                && line.endsWith(": assumed, mujoco_playground's Go1")),
                head.lines::toString);
    }

    @Test
    void deploymentFilesOfUnitreeRlGymAreFlat() {
        final WrittenHead head = head("legged-gym", 45, "unitree-rl-gym.yaml");
        assertEquals(BY_LEG, head.texts("joints"));
        assertEquals(50, head.number("rates.policy_hz"));
        assertArrayEquals(new double[] {2, 2, 0.25}, head.numbers("observation[2].scale"));
        assertEquals("angular_velocity", head.signals().getFirst());
    }

    @Test
    void eachFamilyWithAnA1OrGo1NeedsNoFile() {
        for (final String family : new String[] {"legged-gym", "isaac-lab", "unitree-rl-lab", "mujoco-playground"}) {
            for (final int inputs : new int[] {45, 48}) {
                final WrittenHead head = head(family, inputs);
                assertEquals(inputs == 48, head.signals().contains("linear_velocity"));
                assertTrue(
                        head.lines.stream().allMatch(line -> line.contains("assumed") || line.contains("this robot")));
            }
        }
    }
}
