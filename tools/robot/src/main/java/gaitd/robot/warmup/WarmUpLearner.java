package gaitd.robot.warmup;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Networks;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.adapt.WeightsRole;
import org.agrona.concurrent.UnsafeBuffer;

/** A learner that sends a policy its own weights again and again, so that taking them is compiled before a robot walks. */
final class WarmUpLearner {
    private final PolicySlot slot;
    private final WeightsMessage message;
    private final UnsafeBuffer bytes;

    WarmUpLearner(final LearnerLink link, final Bundle bundle) {
        slot = link.weights();
        final float[] shipped = Networks.FASTEST.weights(bundle.manifest().cell(), bundle.tensors());
        message = new WeightsMessage(shipped.length);
        System.arraycopy(shipped, 0, message.weights, 0, shipped.length);
        message.shipped = WeightsMessage.shipped(bundle.sha256());
        message.role = WeightsRole.TRIAL;
        bytes = new UnsafeBuffer(new byte[message.bytesLong()]);
    }

    /** Sends the next version. */
    void send() {
        message.id++;
        message.write(bytes);
        slot.publish(bytes, message.bytesLong(), WeightsMessage.FORMAT);
    }
}
