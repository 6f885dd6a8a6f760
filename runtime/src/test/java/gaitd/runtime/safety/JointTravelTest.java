package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointTravelTest {
    private static final double STEP_S = 0.01;

    private final JointTravel travel = new JointTravel();
    private final Sensed sensed = new Sensed();

    private void judge(final int joint, final double rad, final double radS, final double stepS) {
        sensed.q[joint] = rad;
        sensed.dq[joint] = radS;
        travel.judge(sensed, stepS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aMotionThatBothTellOfLeavesNoDifference(final int joint) {
        for (int i = 0; i < 500; i++) {
            final double t = i * STEP_S;
            judge(joint, 1.5 * t * t - t, 3 * t - 1, STEP_S);
            assertEquals(0, travel.differenceRad(joint), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aSpeedThatTheAngleDoesNotFollowShowsAsWhatItTurnsInTheTimeThatIsRemembered(final int joint) {
        for (final double radS : new double[] {-2, 2}) {
            travel.reset();
            for (int i = 0; i < 1000; i++) {
                judge(joint, 0.5, radS, STEP_S);
            }
            assertEquals(radS * 0.2, travel.differenceRad(joint), 1e-6);
            assertEquals(0, travel.differenceRad((joint + 1) % A1.JOINTS));
            sensed.dq[joint] = 0;
        }
    }

    @Test
    void whatTheAngleTurnsIsTheStepSinceTheStateBefore() {
        judge(3, 0.5, 0, STEP_S);
        assertEquals(0, travel.turnedRad(3), "the first state has none before it");
        judge(3, 0.7, 0, STEP_S);
        assertEquals(0.2, travel.turnedRad(3), 1e-12);
        assertEquals(-0.2, travel.differenceRad(3), 1e-12);
        judge(3, 0.4, 0, STEP_S);
        assertEquals(-0.3, travel.turnedRad(3), 1e-12);
        assertEquals(0.3 - 0.2 * (1 - STEP_S / 0.2), travel.differenceRad(3), 1e-12);
    }

    @Test
    void aStepThatIsTooLongToBeJudgedStartsAgainAndStillTellsHowFarTheAngleTurned() {
        judge(3, 0.5, 10, STEP_S);
        judge(3, 0.5, 10, 0.05);
        assertEquals(0.5, travel.differenceRad(3), 1e-12);
        judge(3, 0.6, 10, Math.nextUp(0.05));
        assertEquals(0, travel.differenceRad(3));
        assertEquals(0.1, travel.turnedRad(3), 1e-12);
        judge(3, 0.6, 10, STEP_S);
        assertEquals(0.1, travel.differenceRad(3), 1e-12);
    }

    @Test
    void aResetForgetsAll() {
        judge(3, 0.5, 10, STEP_S);
        judge(3, 0.6, 10, STEP_S);
        travel.reset();
        assertEquals(0, travel.differenceRad(3));
        assertEquals(0, travel.turnedRad(3));
        judge(3, 0.9, 10, STEP_S);
        assertEquals(0, travel.differenceRad(3));
        assertEquals(0, travel.turnedRad(3));
    }
}
