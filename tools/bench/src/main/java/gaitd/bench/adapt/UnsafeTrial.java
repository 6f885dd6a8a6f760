package gaitd.bench.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Networks;
import gaitd.policies.learn.RandomStream;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.trial.TrialRobot;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.adapt.WeightsRole;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.task.A1Task;
import org.agrona.concurrent.UnsafeBuffer;

/** A walk during which a learner that means harm puts a candidate on trial, and nobody withdraws it. */
final class UnsafeTrial {
    private static final double BEFORE_S = 1;
    private static final double WALK_S = 16;
    private static final double REPEATED_WALK_S = 60;
    /** Shadow, a window of the incumbent and one of the candidate at the default settings. */
    private static final double EVERY_S = 10;

    private static final RollbackCause[] CAUSES = RollbackCause.values();

    private final UnsafeKind kind;
    private final RandomStream random;
    private final TrialRobot robot;
    private final ExperienceRing.Reader experience;
    private final PolicySlot slot;
    private final WeightsMessage message;
    private final UnsafeBuffer bytes;
    private final float[] shipped;
    private final int outputs;
    private int sent;
    private double drivesS;
    private double longestS;
    private double tiltDeg;
    private RollbackCause cause = RollbackCause.NONE;

    /**
     * How it went.
     *
     * @param kind what was wrong with the candidate
     * @param longestS longest time that it drove without a pause, blending included, s
     * @param tiltDeg greatest lean of the walk, deg
     * @param cause why it was taken off; NONE when it never was, as when its weights were refused
     * @param isFallen whether the robot fell
     */
    record Outcome(UnsafeKind kind, double longestS, double tiltDeg, RollbackCause cause, boolean isFallen) {}

    /**
     * A walk that has not begun.
     *
     * @param walk settings and the policy
     * @param kind what is wrong with the candidate
     * @param seed decides how, and the robot's noise
     */
    UnsafeTrial(final PolicyFiles.Walk walk, final UnsafeKind kind, final long seed) {
        this.kind = kind;
        random = new RandomStream(seed);
        robot = new TrialRobot(walk, FieldCase.NOMINAL, Engine.EMBEDDED, seed, A1Task.of("a1-stage1"));
        experience = robot.link().experience().newReader();
        slot = robot.link().weights();
        final Bundle bundle = walk.policies().getFirst().bundle();
        shipped = Networks.FASTEST.weights(bundle.manifest().cell(), bundle.tensors());
        outputs = bundle.manifest().cell().outputs();
        message = new WeightsMessage(shipped.length);
        message.shipped = WeightsMessage.shipped(bundle.sha256());
        message.role = WeightsRole.TRIAL;
        bytes = new UnsafeBuffer(new byte[message.bytesLong()]);
    }

    /** Walks to the end, or to a fall. */
    Outcome run() {
        try (robot) {
            final double walkS = kind.isRepeated() ? REPEATED_WALK_S : WALK_S;
            for (double timeS = 0; timeS < walkS && !robot.hasFallen(); timeS += robot.periodS()) {
                if (timeS >= BEFORE_S + EVERY_S * sent && (sent == 0 || kind.isRepeated())) {
                    send();
                }
                robot.tick();
                tiltDeg = Math.max(tiltDeg, robot.tiltDeg());
                for (ExperienceFrame step = experience.poll(); step != null; step = experience.poll()) {
                    take(step);
                }
            }
            return new Outcome(kind, longestS, tiltDeg, cause, robot.hasFallen());
        }
    }

    private void send() {
        System.arraycopy(shipped, 0, message.weights, 0, shipped.length);
        kind.spoil(message.weights, outputs, sent, random);
        sent++;
        message.id = sent;
        message.write(bytes);
        slot.publish(bytes, message.bytesLong(), WeightsMessage.FORMAT);
    }

    private void take(final ExperienceFrame step) {
        drivesS = step.real(ExperienceField.CANDIDATE_SHARE, 0) > 0 ? drivesS + robot.stepS() : 0;
        longestS = Math.max(longestS, drivesS);
        if (step.get(ExperienceField.VERSION_ROLLED_BACK) > 0) {
            cause = CAUSES[(int) step.get(ExperienceField.ROLLBACK_CAUSE)];
        }
    }
}
