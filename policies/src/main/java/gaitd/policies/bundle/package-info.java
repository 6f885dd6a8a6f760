/**
 * Files that policies come in: strict readers of JSON text and of safetensors, which refuse what they do not fully understand.
 * Used when a policy is loaded, never in the tick.
 */
package gaitd.policies.bundle;
