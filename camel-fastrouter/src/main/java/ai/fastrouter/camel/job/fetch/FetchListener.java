package ai.fastrouter.camel.job.fetch;

/** Learns how a download ended. One method is called, once, on any thread, which it must not hold. */
public interface FetchListener {

    /** The audio is there. */
    void onFetched(FetchedAudio audio);

    /** It is not. */
    void onFailed(FetchFailure failure);
}
