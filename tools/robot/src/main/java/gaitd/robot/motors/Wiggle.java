package gaitd.robot.motors;

import gaitd.maths.Trig;
import java.util.Locale;

/**
 * A slow movement of one joint about where it is, for people to see which joint it is and which way it turns: a sine under a bow that
 * begins and ends without a jerk.
 *
 * <p>Knows no motor and no clock: its user gives it what the joint tells, and hands on target and gains, over any port. Once it
 * {@link #ended}, with or without a {@link #problem}, the joint has to be damped. Angles and torques are the joint's.
 */
public final class Wiggle {
    /** Stiffness for it, N m/rad: enough for a hanging leg. */
    public static final double KP_NM_RAD = 25;

    /** Damping for it, N m s/rad. */
    public static final double KD_NM_S_RAD = 1;

    /** Greatest amplitude, rad. */
    public static final double AMPLITUDE_MAX_RAD = 0.3;

    /** Shortest period, s. */
    public static final double PERIOD_MIN_S = 1;

    private static final double NS_PER_S = 1e9;

    private final double amplitudeRad;
    private final double periodS;
    private final double durationS;
    private final WiggleLimits limits;
    private double centreRad;
    private long beganNs;
    private double targetRad;
    private double targetRadS;
    private String problem = "";
    private boolean ended;

    /**
     * A movement.
     *
     * @param amplitudeRad over 0 up to {@link #AMPLITUDE_MAX_RAD}, rad; first to greater angles
     * @param periodS from {@link #PERIOD_MIN_S}, s
     * @param cycles how often, at least 2
     * @param limits what ends it
     * @throws IllegalArgumentException when it is larger, faster or shorter
     */
    public Wiggle(final double amplitudeRad, final double periodS, final int cycles, final WiggleLimits limits) {
        if (!(amplitudeRad > 0 && amplitudeRad <= AMPLITUDE_MAX_RAD) || !(periodS >= PERIOD_MIN_S) || cycles < 2) {
            throw new IllegalArgumentException(amplitudeRad + " rad in " + periodS + " s, " + cycles
                    + " times; expected up to " + AMPLITUDE_MAX_RAD + " rad in at least " + PERIOD_MIN_S + " s, twice");
        }
        this.amplitudeRad = amplitudeRad;
        this.periodS = periodS;
        durationS = cycles * periodS;
        this.limits = limits;
    }

    /**
     * Begins where the joint is, unless that or its state speaks against it.
     *
     * @param nowNs time, ns
     * @param qRad its angle, rad
     * @param dqRadS its speed, rad/s
     * @param tauNm its torque, N m
     * @param temperatureC its motor's temperature, degrees Celsius
     * @param error its motor's error, 0 for none
     * @return whether it may move; else it has ended with a problem
     */
    public boolean begin(
            final long nowNs,
            final double qRad,
            final double dqRadS,
            final double tauNm,
            final double temperatureC,
            final int error) {
        beganNs = nowNs;
        centreRad = qRad;
        targetRad = qRad;
        targetRadS = 0;
        check(qRad, dqRadS, tauNm, temperatureC, error);
        if (!ended && !(qRad - amplitudeRad >= limits.minRad() && qRad + amplitudeRad <= limits.maxRad())) {
            end(String.format(
                    Locale.ROOT,
                    "at %.2f rad it has no room for %.2f rad both ways: expected %.2f to %.2f rad; move it by hand first",
                    qRad,
                    amplitudeRad,
                    limits.minRad(),
                    limits.maxRad()));
        }
        return !ended;
    }

    /**
     * Goes on.
     *
     * @param nowNs time, ns
     * @param qRad its angle, rad
     * @param dqRadS its speed, rad/s
     * @param tauNm its torque, N m
     * @param temperatureC its motor's temperature, degrees Celsius
     * @param error its motor's error, 0 for none
     * @return whether there is a target to hand on; else it has ended
     */
    public boolean step(
            final long nowNs,
            final double qRad,
            final double dqRadS,
            final double tauNm,
            final double temperatureC,
            final int error) {
        check(qRad, dqRadS, tauNm, temperatureC, error);
        final double timeS = (nowNs - beganNs) / NS_PER_S;
        if (ended || timeS >= durationS) {
            ended = true;
            return false;
        }
        final double turn = 2 * Math.PI / periodS;
        final double bow = Math.PI / durationS;
        final double height = Trig.sin(bow * timeS);
        targetRad = centreRad + amplitudeRad * height * height * Trig.sin(turn * timeS);
        targetRadS = amplitudeRad
                * (bow * Trig.sin(2 * bow * timeS) * Trig.sin(turn * timeS)
                        + turn * height * height * Trig.cos(turn * timeS));
        return true;
    }

    private void check(
            final double qRad, final double dqRadS, final double tauNm, final double temperatureC, final int error) {
        if (ended) {
            return;
        }
        if (error != 0) {
            end(String.format(
                    Locale.ROOT,
                    "its motor tells error %d: expected 0; switch it off and on again, and let it cool",
                    error));
        } else if (!(temperatureC <= limits.temperatureC())) {
            end(String.format(
                    Locale.ROOT,
                    "its motor has %.0f degrees: expected at most %.0f; let it cool",
                    temperatureC,
                    limits.temperatureC()));
        } else if (!(Math.abs(dqRadS) <= limits.speedRadS())) {
            end(String.format(
                    Locale.ROOT,
                    "it turned at %.2f rad/s: expected at most %.2f; hang the leg up and keep hands off",
                    dqRadS,
                    limits.speedRadS()));
        } else if (!(Math.abs(tauNm) <= limits.torqueNm())) {
            end(String.format(
                    Locale.ROOT, "it took %.1f N m: expected at most %.1f; free the leg", tauNm, limits.torqueNm()));
        } else if (!(Math.abs(qRad - targetRad) <= limits.awayRad())) {
            end(String.format(
                    Locale.ROOT,
                    "it is %.2f rad from its target: expected at most %.2f; free the leg, and check its zero and direction",
                    qRad - targetRad,
                    limits.awayRad()));
        } else if (!(qRad >= limits.minRad() && qRad <= limits.maxRad())) {
            end(String.format(
                    Locale.ROOT, "it is at %.2f rad: expected %.2f to %.2f", qRad, limits.minRad(), limits.maxRad()));
        }
    }

    private void end(final String why) {
        problem = why;
        ended = true;
    }

    /**
     * Whether it is over.
     *
     * @return true after its last cycle, or with a problem
     */
    public boolean ended() {
        return ended;
    }

    /**
     * What ended it before its time.
     *
     * @return what is wrong, what was expected, what to do; empty when nothing was
     */
    public String problem() {
        return problem;
    }

    /**
     * Where the joint should be.
     *
     * @return rad
     */
    public double targetRad() {
        return targetRad;
    }

    /**
     * How fast it should turn.
     *
     * @return rad/s
     */
    public double targetRadS() {
        return targetRadS;
    }
}
