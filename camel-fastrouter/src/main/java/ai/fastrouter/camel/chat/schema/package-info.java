/** Answers as objects: the schema of a class, and the object made of an answer. */
package ai.fastrouter.camel.chat.schema;
