package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenJointsTest {
    private static final double STEP_S = 0.002;
    private static final double TURNS_RAD_S = 0.3;

    private final FrozenJoints frozen = new FrozenJoints();
    private final Sensed sensed = new Sensed();
    private int states;

    @BeforeEach
    void begin() {
        move(0, 0);
    }

    /** One state in which every joint but one has new values, and those turn at a speed. */
    private void move(final int except, final double radS) {
        states++;
        for (int i = 0; i < A1.JOINTS; i++) {
            if (i != except) {
                sensed.q[i] += 1e-6;
                sensed.dq[i] = radS;
                sensed.tauEst[i] = states;
            }
        }
        frozen.judge(sensed, STEP_S);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void theTimeIsCountedInWhichOneRepeatsItselfWhileAnotherTurns(final int joint) {
        move(-1, 1);
        for (int i = 1; i <= 10; i++) {
            move(joint, i % 2 == 0 ? 1 : -1);
            assertEquals(i * STEP_S, frozen.frozenS(joint), 1e-12);
            assertEquals(0, frozen.frozenS((joint + 1) % A1.JOINTS));
        }
        move(-1, 1);
        assertEquals(0, frozen.frozenS(joint));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void oneNewValueIsEnough(final int joint) {
        for (final double[] values : new double[][] {sensed.q, sensed.dq, sensed.tauEst}) {
            move(joint, 1);
            move(joint, 1);
            values[joint] += 1e-3;
            move(joint, 1);
            assertEquals(0, frozen.frozenS(joint));
            move(joint, 1);
            assertEquals(STEP_S, frozen.frozenS(joint));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3,0,0", "0.30001,0,1", "-0.3,0,0", "-0.30001,0,1", "0,5,0", "0.2,-5,0", "0.31,0.3,1", "0.31,-0.3,1"})
    void onlyAnotherJointThatTurnsCounts(final double otherRadS, final double ownRadS, final int counted) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            frozen.reset();
            sensed.dq[joint] = ownRadS;
            move(joint, 0);
            final int other = (joint + 5) % A1.JOINTS;
            sensed.dq[other] = otherRadS;
            frozen.judge(sensed, STEP_S);
            assertEquals(counted * STEP_S, frozen.frozenS(joint), "joint " + joint);
            sensed.dq[joint] = 0;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {TURNS_RAD_S, 1})
    void aFrozenJointThatSaysItTurnsIsNotAnother(final double ownRadS) {
        sensed.dq[4] = ownRadS;
        for (int i = 0; i < 10; i++) {
            move(4, 0.1);
        }
        assertEquals(0, frozen.frozenS(4));
        move(4, 1);
        assertEquals(STEP_S, frozen.frozenS(4));
        frozen.reset();
        assertEquals(0, frozen.frozenS(4));
    }
}
