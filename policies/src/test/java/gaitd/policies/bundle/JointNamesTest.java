package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class JointNamesTest {
    private static final List<String> ROBOT = List.of("FR_hip", "FR_thigh", "FL_hip", "FL_thigh");

    @Test
    void findsEachJointInAnyOrderCaseAndEnding() {
        assertArrayEquals(
                new int[] {2, 0, 3, 1},
                JointNames.places(List.of("FL_hip_joint", "fr_hip", "FL_THIGH_joint", "FR_thigh"), ROBOT));
        assertArrayEquals(new int[] {0, 1, 2, 3}, JointNames.places(ROBOT, ROBOT));
    }

    @Test
    void findsNoneUnlessEachIsNamedOnce() {
        assertNull(JointNames.places(List.of("FR_hip", "FR_hip", "FL_hip", "FL_thigh"), ROBOT));
        assertNull(JointNames.places(List.of("FR_hip", "FR_thigh", "FL_hip", "FL_calf"), ROBOT));
        assertNull(JointNames.places(List.of("FR_hip", "FR_thigh", "FL_hip"), ROBOT));
    }
}
