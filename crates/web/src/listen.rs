//! Connections: taken, served, and closed in time.
//!
//! Written on hyper and not with `axum::serve`, which has no clock for clients who never come to an end: whoever does not send
//! the head of a request in time is let go, also between two requests, and so is who does not send its body in time.

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::ConnectInfo;
use hyper::body::{Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Sleep, sleep, timeout};
use tower_service::Service;

/// For how long clients are waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the head of a request, from when the connection is free for it.
    pub head: Duration,
    /// For the whole of its body.
    pub body: Duration,
    /// For those who have asked, when the server ends.
    pub end: Duration,
}

impl Default for Patience {
    /// Half a minute for a head, two minutes for a body, half a minute at the end.
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { head: seconds(30), body: seconds(120), end: seconds(30) }
    }
}

/// Serves until `end` comes; whoever has asked by then is answered.
///
/// # Errors
/// Where the listener is of no use any more.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    end: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let graceful = GracefulShutdown::new();
    let mut end = pin!(end);
    loop {
        let (stream, address) = tokio::select! {
            () = &mut end => break,
            taken = listener.accept() => match taken {
                Ok(taken) => taken,
                Err(error) if is_of_one_connection(&error) => continue,
                Err(_) => {
                    // Too many files are open: some will be closed.
                    tokio::select! {
                        () = &mut end => break,
                        () = sleep(Duration::from_secs(1)) => continue,
                    }
                }
            },
        };
        // What is sent at once should arrive at once; where that cannot be had it is only later.
        let _ = stream.set_nodelay(true);
        let connection = connection(&http, stream, &router, address, patience.body);
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that is gone, or was too slow: nobody is there to be told.
            let _ = watched.await;
        });
    }
    drop(listener);
    // Who does not take an answer in time goes without.
    let _ = timeout(patience.end, graceful.shutdown()).await;
    Ok(())
}

type Answering = Pin<
    Box<dyn Future<Output = Result<axum::response::Response, std::convert::Infallible>> + Send>,
>;

fn connection(
    http: &http1::Builder,
    stream: TcpStream,
    router: &Router,
    address: SocketAddr,
    patience: Duration,
) -> http1::Connection<
    TokioIo<TcpStream>,
    impl hyper::service::Service<
        hyper::Request<Incoming>,
        Response = axum::response::Response,
        Error = std::convert::Infallible,
        Future = Answering,
    > + use<>,
> {
    let router = router.clone();
    let answer = move |request: hyper::Request<Incoming>| -> Answering {
        let mut request = request.map(|body| within(body, patience));
        request.extensions_mut().insert(ConnectInfo(address));
        Box::pin(router.clone().call(request))
    };
    http.serve_connection(TokioIo::new(stream), service_fn(answer))
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// A body that breaks off when it has not come in time.
struct Timed {
    body: Incoming,
    over: Pin<Box<Sleep>>,
}

fn within(body: Incoming, patience: Duration) -> Body {
    if body.is_end_stream() {
        return Body::empty();
    }
    Body::new(Timed { body, over: Box::pin(sleep(patience)) })
}

impl HttpBody for Timed {
    type Data = axum::body::Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if self.over.as_mut().poll(context).is_ready() {
            return Poll::Ready(Some(Err(io::Error::from(io::ErrorKind::TimedOut).into())));
        }
        Pin::new(&mut self.body).poll_frame(context).map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}
