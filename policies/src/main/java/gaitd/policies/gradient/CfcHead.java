package gaitd.policies.gradient;

/** The closed form behind the backbone: from features to the new state, forwards and back. */
sealed interface CfcHead<A> permits GatedCfcHead, PureCfcHead {
    /** Numbers on the tape for each sequence. */
    int tape();

    /** Of products with weights, forwards and back. */
    long operations();

    /** Fills the frame's next state. */
    void forward(A weights, A features, int featuresAt, StepFrame<A> frame, int tapeAt);

    /** From the frame's dState, that of the new state, to dFeatures, from 0, which is added to. */
    void backward(A weights, A features, int featuresAt, StepFrame<A> frame, int tapeAt, A dFeatures);
}
