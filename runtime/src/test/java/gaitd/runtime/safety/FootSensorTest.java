package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FootSensorTest {
    private static final double STEP_S = 0.3;
    private static final int LOADED = 60;

    /** A robot that lifts all feet now and then, by its torques; one foot's counts are another function of the true ones. */
    private static Fault walks(final Mode mode, final int foot, final double liftS, final IntUnaryOperator counts) {
        final SensorStream stream = new SensorStream();
        stream.mode = mode;
        stream.waveRad = 0;
        final double[] time = {0};
        stream.spoils = sensed -> {
            time[0] += SensorStream.PERIOD_S;
            final boolean loaded = time[0] % (STEP_S + liftS) >= liftS;
            stand(sensed, loaded);
            sensed.footForce[foot] = counts.applyAsInt(sensed.footForce[foot]);
        };
        stream.run(13);
        return stream.latch.first();
    }

    private static void stand(final Sensed sensed, final boolean loaded) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sensed.q[3 * leg + 1] = 0.8;
            sensed.q[3 * leg + 2] = -1.6;
            sensed.tauEst[3 * leg] = 0;
            sensed.tauEst[3 * leg + 1] = 0;
            sensed.tauEst[3 * leg + 2] = loaded ? 4.4 : 0;
            sensed.footForce[leg] = loaded ? LOADED : 0;
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0,NONE", "1,-40,NONE", "15,0,NONE", "0,30,FOOT_SENSOR", "-1,0,FOOT_SENSOR", "1,40000,FOOT_SENSOR"})
    void countsRiseWithTheLoad(final int scale, final int offset, final Fault expected) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertEquals(
                    expected,
                    walks(Mode.WALK, leg, STEP_S, raw -> Math.clamp(scale * raw + offset, -32768, 32767)),
                    "leg " + leg);
        }
    }

    /** On tiles a foot may seem so for a while. */
    @ParameterizedTest
    @CsvSource({"4.1,NONE", "6.1,FOOT_SENSOR"})
    void countsMayStayFlatForAWhile(final double flatS, final Fault expected) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double[] time = {0};
            assertEquals(
                    expected,
                    walks(Mode.WALK, leg, STEP_S, raw -> {
                        time[0] += SensorStream.PERIOD_S;
                        return time[0] <= flatS ? 0 : raw;
                    }),
                    "leg " + leg);
        }
    }

    /** With ten times the counts a drift is one beyond a quarter of the rise in a window of two seconds: what a swing leaves varies. */
    @ParameterizedTest
    @CsvSource({"70,NONE", "-70,NONE", "80,FOOT_SENSOR", "-80,FOOT_SENSOR"})
    void aDriftIsJudgedByTheRiseUnderLoad(final double perS, final Fault expected) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double[] time = {0};
            assertEquals(
                    expected,
                    walks(Mode.WALK, leg, STEP_S, raw -> {
                        time[0] += SensorStream.PERIOD_S;
                        return 10 * raw + (int) Math.rint(perS * time[0]);
                    }),
                    "leg " + leg);
        }
    }

    /** Up or down for so long, then as before. */
    @ParameterizedTest
    @CsvSource({"15,7.9,NONE", "-15,7.9,NONE", "15,10.1,FOOT_SENSOR", "-15,10.1,FOOT_SENSOR"})
    void countsMayDriftForAWhile(final double perS, final double untilS, final Fault expected) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double[] time = {0};
            assertEquals(
                    expected,
                    walks(Mode.WALK, leg, STEP_S, raw -> {
                        time[0] += SensorStream.PERIOD_S;
                        return raw + (int) Math.rint(perS * Math.min(time[0], untilS));
                    }),
                    "leg " + leg);
        }
    }

    @ParameterizedTest
    @CsvSource({"4,NONE", "2,FOOT_SENSOR"})
    void countsRiseByMoreThanNoise(final int rise, final Fault expected) {
        assertEquals(expected, walks(Mode.WALK, 2, STEP_S, raw -> raw > 0 ? rise : 0));
    }

    /** Counts a second, and after how many seconds they turn round. */
    @ParameterizedTest
    @CsvSource({"9,100,NONE", "-9,100,NONE", "11,100,FOOT_SENSOR", "-11,100,FOOT_SENSOR", "30,2,NONE", "-30,2,NONE"})
    void countsOfAnUnloadedFootDoNotDrift(final double perS, final double turnsS, final Fault expected) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double[] time = {0};
            assertEquals(
                    expected,
                    walks(Mode.WALK, leg, STEP_S, raw -> {
                        time[0] += SensorStream.PERIOD_S;
                        final double into = time[0] % (2 * turnsS);
                        return raw + (int) Math.rint(perS * Math.min(into, 2 * turnsS - into));
                    }),
                    "leg " + leg);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"STAND_UP", "STAND", "SIT_DOWN"})
    void saysNothingOfARobotThatDoesNotWalk(final Mode mode) {
        assertEquals(Fault.NONE, walks(mode, 1, STEP_S, raw -> 0));
    }

    @ParameterizedTest
    @CsvSource({"0,NONE", "0.02,NONE", "0.06,FOOT_SENSOR"})
    void saysNothingOfAFootThatDoesNotStep(final double liftS, final Fault expected) {
        assertEquals(expected, walks(Mode.WALK, 1, liftS, raw -> 0));
    }
}
