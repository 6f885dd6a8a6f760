package gaitd.runtime.adapt;

import gaitd.runtime.frame.ExperienceRing;
import java.nio.ByteBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** What passes between a control loop and a learner: experience out, weights in. In shared files or in memory of this process. */
public final class LearnerLink {
    private final ExperienceRing experience;
    private final AtomicBuffer weights;

    /** A link to a learner in this process. */
    public LearnerLink() {
        this(new ExperienceRing(), new UnsafeBuffer(ByteBuffer.allocateDirect(PolicySlot.MEMORY_BYTES)));
    }

    /**
     * A link in given memory.
     *
     * @param experience ring for experience
     * @param weights {@link PolicySlot#MEMORY_BYTES}, aligned to 8, zeros
     */
    public LearnerLink(final ExperienceRing experience, final AtomicBuffer weights) {
        this.experience = experience;
        this.weights = weights;
    }

    /**
     * Where the control loop publishes experience.
     *
     * @return the ring
     */
    public ExperienceRing experience() {
        return experience;
    }

    /**
     * One end of the slot for weights: the control loop's to take them, or the learner's to publish them.
     *
     * @return a new one, to be owned by one thread
     */
    public PolicySlot weights() {
        return new PolicySlot(weights);
    }
}
