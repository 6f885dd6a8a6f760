package gaitd.robot.adapt;

import picocli.CommandLine.Command;

/** Ends the adapting of a policy. */
@Command(
        name = "stop",
        description = "Withdraws the candidate, has the policy as shipped drive again, and trains no more.",
        footer = {"", "Example: gaitd adapt stop"})
final class AdaptStop extends AdaptAsk {
    AdaptStop() {
        super(AdaptRequest.STOP, "the policy as shipped drives");
    }
}
