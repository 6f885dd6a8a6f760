package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Networks;
import gaitd.policies.kernel.FloatKernels;
import gaitd.runtime.adapt.EpisodeEnd;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.adapt.WeightsCheck;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.adapt.WeightsRole;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.mode.Mode;

/** What control says of itself in its experience: reads messages at once, tries nothing by itself, walks as well as it is told. */
final class FakeControl {
    static final double STEP_S = 0.01;
    /** Steps of a trial's window. */
    static final int WINDOW = 100;

    final LearnerLink link;
    final ExperienceFrame step = new ExperienceFrame();
    /** Reads no messages, as when it records only. */
    boolean deaf;
    /** Blends into a new incumbent until {@link #changeOver}. */
    boolean isSlow;
    /** What it says of messages, null for what is right. */
    WeightsCheck verdict;

    long incumbent;
    long candidate;
    long leastId = 1;
    private final PolicySlot slot;
    private final WeightsMessage message;
    private final long mark;
    private long record;

    FakeControl(final Bundle shipped) {
        this(shipped, new LearnerLink());
    }

    FakeControl(final Bundle shipped, final LearnerLink link) {
        this.link = link;
        slot = link.weights();
        mark = WeightsMessage.shipped(shipped.sha256());
        message = new WeightsMessage(
                new Networks(FloatKernels.INSTANCE).weights(shipped.manifest().cell(), shipped.tensors()).length);
    }

    /** The next step, walking with this error of the velocity, m/s. */
    ExperienceFrame step(final double error) {
        if (!deaf && slot.take(message.bytesLong())) {
            final WeightsCheck read = message.read(slot.contents(), mark);
            final WeightsCheck check = verdict != null ? verdict : read == WeightsCheck.TAKEN ? judge() : read;
            step.put(ExperienceField.WEIGHTS_CHECK, check.ordinal());
            step.put(ExperienceField.SLOT_GENERATION, slot.generation());
        }
        step.put(ExperienceField.RECORD, record);
        step.put(ExperienceField.SHIPPED, mark);
        step.put(ExperienceField.MODE, Mode.WALK.ordinal());
        step.put(ExperienceField.END, EpisodeEnd.GOES_ON.ordinal());
        step.putReal(ExperienceField.POLICY_SHARE, 0, 1);
        step.putReal(ExperienceField.VELOCITY_ERROR, 0, error);
        step.put(ExperienceField.VERSION_INCUMBENT, incumbent);
        step.put(ExperienceField.VERSION_CANDIDATE, candidate);
        step.put(ExperienceField.VERSION_ACTED, incumbent);
        record++;
        return step;
    }

    private WeightsCheck judge() {
        if (message.id < leastId) {
            return WeightsCheck.OLD;
        }
        leastId = message.id;
        switch (message.role) {
            case NONE -> candidate = 0;
            case INCUMBENT -> {
                candidate = message.id;
                if (!isSlow) {
                    changeOver();
                }
            }
            case SHADOW, TRIAL -> candidate = message.id;
        }
        phase(message.role == WeightsRole.TRIAL ? TrialPhase.SHADOW : TrialPhase.NONE, 0, 0);
        return WeightsCheck.TAKEN;
    }

    /** What it does from now on. */
    void phase(final TrialPhase phase, final int windows, final double candidateShare) {
        step.put(ExperienceField.TRIAL_PHASE, phase.ordinal());
        step.put(ExperienceField.TRIAL_WINDOWS, windows);
        step.putReal(ExperienceField.CANDIDATE_SHARE, 0, candidateShare);
    }

    /** A guard warned. */
    void rollBack() {
        step.put(ExperienceField.VERSION_ROLLED_BACK, candidate);
        leastId = candidate + 1;
        candidate = 0;
        step.put(ExperienceField.ROLLBACK_CAUSE, RollbackCause.GUARD.ordinal());
        phase(TrialPhase.ROLLED_BACK, 0, 0);
    }

    /** A guard ended the walk. */
    void dropIncumbent() {
        candidate = Math.max(candidate, incumbent);
        final long least = candidate + 1;
        step.put(ExperienceField.VERSION_ROLLED_BACK, incumbent);
        incumbent = 0;
        candidate = 0;
        leastId = least;
        step.put(ExperienceField.ROLLBACK_CAUSE, RollbackCause.GUARD.ordinal());
        phase(TrialPhase.ROLLED_BACK, 0, 0);
    }

    /** The new incumbent drives alone. */
    void changeOver() {
        incumbent = candidate;
        candidate = 0;
    }

    /** Steps that the learner does not see. */
    void lose(final int steps) {
        record += steps;
    }
}
