/**
 * ONNX policies of the kind that A1 and Go1 deployments ship: dense layers, activations, LSTM and GRU, one after the other. Read
 * from protobuf and turned into layers of this project; every other node is refused by its name.
 */
package gaitd.policies.onnx;
